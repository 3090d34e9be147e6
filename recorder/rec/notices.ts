import {writeSync} from 'node:fs';
import {isatty} from 'node:tty';

const stderr = 2;

/** What the recorder has to say for itself, on stderr and never into the middle of what the command shows. */
export type Notices = {
	/** Before the command starts; only people at a terminal see it. */
	readonly greet: (text: string) => void;
	/** A fault: at once, unless stderr is the terminal that the command is drawing on. */
	readonly warn: (text: string) => void;
	/** The command has ended: what was held back can be told. */
	readonly end: () => void;
};

/** Speak up on standard error. `hasScreen`: the command draws on a terminal. */
export function createNotices(hasScreen: boolean): Notices {
	const isTerminal = isatty(stderr);
	let held = '';
	return {
		greet(text) {
			if (isTerminal && text !== '') {
				print(`${text}\n`);
			}
		},
		warn(text) {
			const line = `scribery: ${text}\n`;
			if (isTerminal && hasScreen) {
				held += line;
			} else {
				print(line);
			}
		},
		end() {
			if (held === '') {
				return;
			}

			print(`\n${held}`);
			held = '';
		},
	};
}

function print(text: string): void {
	try {
		writeSync(stderr, text);
	} catch {
		// Nobody to tell: stderr is closed or its terminal is gone.
	}
}
