import process from 'node:process';

/** Signals that end a program which does not catch them. Uncaught, SIGUSR1 would open Node's debugger. */
const ending = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2'] as const;

export type EndingSignal = typeof ending[number];

/** Hand the signals that are to end us to `onSignal`. The returned function gives them their usual effect back. */
export function catchSignals(onSignal: (signal: EndingSignal) => void): () => void {
	for (const signal of ending) {
		process.on(signal, onSignal);
	}

	return () => {
		for (const signal of ending) {
			process.off(signal, onSignal);
		}
	};
}
