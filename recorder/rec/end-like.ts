import {constants} from 'node:os';
import process from 'node:process';
import type {RecEnd} from './options.ts';

/** Dying of these would leave a core file of ours beside the command's. */
const dumping: ReadonlySet<string> = new Set(['QUIT', 'ILL', 'TRAP', 'ABRT', 'BUS', 'FPE', 'SEGV', 'SYS', 'XCPU', 'XFSZ']);

/**
End this process as the recorded command ended: of the same signal, so that a shell or `make` above sees the truth, or with the same status.

@returns The exit status where a signal is not to be repeated: 128 and its number.
*/
export function endLike({status, signal}: RecEnd): number {
	if (signal === undefined) {
		return status;
	}

	const number = constants.signals[`SIG${signal}` as NodeJS.Signals] ?? Number(signal); // A name of `signalName`, or a number that has none.
	if (!dumping.has(signal) && Object.hasOwn(constants.signals, `SIG${signal}`)) {
		process.removeAllListeners(`SIG${signal}`);
		process.kill(process.pid, number);
	}

	return 128 + number;
}
