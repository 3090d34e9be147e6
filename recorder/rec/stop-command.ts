import process from 'node:process';
import type {EndingSignal} from './catch-signals.ts';

/** An interactive shell ignores SIGTERM; a hang-up follows. */
const hangUpAfterMs = 500;

/** A command that goes on regardless is left to itself after this: it loses its terminal, and we end. */
const giveUpAfterMs = 2000;

/**
Pass on to the command what was sent to us, and be done with it in two seconds at most.

`onGivenUp` is called when the command has not ended in time. The returned function calls it all off: the command has ended.
*/
export function stopCommand(pid: number, signal: EndingSignal, onGivenUp: () => void): () => void {
	sendSignal(pid, signal);
	const hangUp = setTimeout(sendSignal, hangUpAfterMs, pid, 'SIGHUP');
	const giveUp = setTimeout(onGivenUp, giveUpAfterMs);
	return () => {
		clearTimeout(hangUp);
		clearTimeout(giveUp);
	};
}

/** Signal a command that may have ended, or be stopped. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(pid, signal);
		process.kill(pid, 'SIGCONT'); // A stopped command would not see it.
	} catch {
		// It has ended already.
	}
}
