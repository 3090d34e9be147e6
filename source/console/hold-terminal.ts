import process from 'node:process';
import type {Host} from './host.ts';

const signals = ['SIGTERM', 'SIGHUP'] as const;
const signalNumbers = {SIGHUP: 1, SIGTERM: 15} as const;

/**
See to it that signals and faults end the console in order, so that the terminal is restored first.

@returns How to stop that.
*/
export function holdTerminal({exit, crash}: Host): () => void {
	const end = (signal: (typeof signals)[number]): void => {
		exit(128 + signalNumbers[signal]);
	};

	for (const signal of signals) {
		process.on(signal, end);
	}

	process.on('uncaughtException', crash);
	process.on('unhandledRejection', crash);
	return () => {
		for (const signal of signals) {
			process.off(signal, end);
		}

		process.off('uncaughtException', crash);
		process.off('unhandledRejection', crash);
	};
}
