import type {EndFrame} from '../../source/format/frames/frame.ts';
import {signalName} from '../message/signal-name.ts';

/** As `rec` tells it: an exit status, or the name of a signal; of the one that ended the recorder where nothing is known of the shell. */
export function printExit({how, code, cause}: EndFrame): string | undefined {
	switch (how) {
		case 'exit': {
			return String(code);
		}

		case 'signal': {
			return signalName(code);
		}

		case 'left-running': {
			return cause === 0 ? undefined : signalName(cause);
		}

		case 'not-started': {
			return undefined;
		}

		default: {
			return how satisfies never;
		}
	}
}
