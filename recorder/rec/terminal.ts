import {Buffer} from 'node:buffer';
import process from 'node:process';
import {ReadStream} from 'node:tty';
import {RecorderError} from '../errors.ts';
import type {Size} from './pty.ts';
import {makeRaw, readModes, writeModes} from './stty.ts';

/** The terminal the user sits at, lent to the recorded command. */
export type Terminal = {
	/** As `stty -g` gave them, for the command's own terminal. */
	readonly modes: string;
	readonly size: () => Size;
	readonly makeRaw: () => void;
	/** Give the terminal its modes back. May be called more than once. */
	readonly restore: () => void;
	/** @returns False when the terminal is slow: the bytes must stay as they are until `onRoom`. */
	readonly show: (data: Uint8Array) => boolean;
	readonly listen: (listeners: TerminalListeners) => void;
	readonly pauseInput: () => void;
	readonly resumeInput: () => void;
	readonly close: () => void;
};

export type TerminalListeners = {
	/** Valid during the call only. */
	readonly onInput: (data: Uint8Array) => void;
	readonly onResize: (size: Size) => void;
	readonly onRoom: () => void;
	readonly onHangUp: () => void;
};

const stdin = 0;
const stdout = 1;
const inputBytes = 4096;

/**
Take the terminal on standard input and output.

@throws {RecorderError} when its modes cannot be read, and so could not be given back.
*/
export function borrowTerminal(): Terminal {
	const modes = readModes(stdin);
	if (modes === undefined) {
		throw new RecorderError('The terminal\'s modes cannot be read: "stty -g" failed on standard input');
	}

	// A reading stream that is only written to: Node makes a WriteStream block, and a terminal that has stalled would stop the recorder with it.
	const output = new ReadStream(stdout);
	let listeners: TerminalListeners | undefined;
	let isRaw = false;
	let isGone = false;

	const buffer = Buffer.allocUnsafeSlow(inputBytes);
	const input: ReadStream = new ReadStream(stdin, {
		onread: {
			buffer,
			callback(count) {
				listeners?.onInput(buffer.subarray(0, count));
				return !input.isPaused();
			},
		},
	});

	function gone(): void {
		if (isGone) {
			return;
		}

		isGone = true;
		listeners?.onHangUp();
		listeners?.onRoom();
	}

	input.on('error', gone);
	input.on('end', gone);
	output.on('error', gone);

	function size(): Size {
		const [columns, rows] = process.stdout.getWindowSize();
		return {columns, rows};
	}

	function resized(): void {
		listeners?.onResize(size());
	}

	return {
		modes,
		size,
		makeRaw() {
			isRaw = true;
			makeRaw(stdin);
		},
		restore() {
			if (!isRaw) {
				return;
			}

			isRaw = false;
			writeModes(stdin, modes);
		},
		show(data) {
			if (!isGone) {
				output.write(data, wrote);
			}

			return isGone || output.writableLength === 0;
		},
		listen(given) {
			listeners = given;
			process.stdout.on('resize', resized);
			input.resume();
		},
		pauseInput() {
			input.pause();
		},
		resumeInput() {
			input.resume();
		},
		close() {
			process.stdout.off('resize', resized);
			input.destroy();
			output.destroy();
		},
	};

	function wrote(): void {
		if (output.writableLength === 0) {
			listeners?.onRoom();
		}
	}
}
