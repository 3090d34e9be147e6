import {Buffer} from 'node:buffer';
import {writeSync} from 'node:fs';
import {createRequire} from 'node:module';
import {ReadStream} from 'node:tty';
import {RecorderError} from '../errors.ts';
import {signalName} from '../message/signal-name.ts';
import type {RecEnd} from './options.ts';
import type {StartPlan} from './start-words.ts';

/** The native half of node-pty 1.1.0; a test watches the shape of `fork`. */
type Native = {
	readonly fork: (
		file: string, words: string[], environment: string[], folder: string, columns: number, rows: number,
		uid: number, gid: number, isUtf8: boolean, helper: string, onExit: (status: number, signal: number) => void,
	) => {readonly fd: number; readonly pid: number; readonly pty: string};
	readonly resize: (fd: number, columns: number, rows: number) => void;
};

export type Size = {
	readonly columns: number;
	readonly rows: number;
};

export type PtyOptions = {
	readonly start: StartPlan;
	readonly size: Size;
	/** Bytes shown. They are valid during the call only. Return false to stop the reading until `resume`; then they stay valid until that. */
	readonly onOutput: (data: Uint8Array) => boolean;
	/** The command has ended and every byte it printed was handed over. */
	readonly onEnd: (end: RecEnd) => void;
};

export type Pty = {
	readonly fd: number;
	readonly pid: number;
	/** @returns How many of the bytes the terminal took; it takes no more while its reader is behind. */
	readonly write: (data: Uint8Array) => number;
	readonly resize: (size: Size) => void;
	readonly resume: () => void;
};

/** The kernel hands at most 4 KiB of a pty over at once; a buffer of that size is read full, which saves asking for readiness again. */
const readBytes = 4096;

/**
A background job that outlives the command keeps the terminal open, so the end of output does not show. But the kernel has hung the terminal up and nothing more can be written to it: what there is has been read when it has been quiet for this long.
*/
const quietMs = 500;

/**
Run a command on a terminal of its own.

node-pty's own reader drops what was not read 200 ms after the command ended (`DESTROY_SOCKET_TIMEOUT_MS` in its `unixTerminal.js`). Ours ends when both the command has ended and the terminal has nothing more.

@throws {RecorderError} when there is no pty to be had.
*/
export function openPty({start, size, onOutput, onEnd}: PtyOptions): Pty {
	const [file = '', ...rest] = start.words;
	const native = loadNative();
	let end: RecEnd | undefined;
	let isDrained = false;
	let quiet: NodeJS.Timeout | undefined;

	const {fd, pid} = fork(() => native.fork(file, rest, start.environment.map(([name, value]) => `${name}=${value}`), '', clamp(size.columns), clamp(size.rows), -1, -1, true, '', (status, signal) => {
		end = {status, signal: signal === 0 ? undefined : signalName(signal)};
		rearm();
		settle();
	}));

	const buffer = Buffer.allocUnsafeSlow(readBytes);
	const reader = new ReadStream(fd, {
		onread: {
			buffer,
			callback(count) {
				const isGoesOn = onOutput(buffer.subarray(0, count));
				if (isGoesOn) {
					rearm();
				} else {
					clearTimeout(quiet);
				}

				return isGoesOn;
			},
		},
	});
	reader.on('error', drained); // EIO: no process has the terminal open any more.
	reader.on('end', drained);
	reader.resume();

	function drained(): void {
		isDrained = true;
		settle();
	}

	function rearm(): void {
		if (end === undefined) {
			return;
		}

		clearTimeout(quiet);
		quiet = setTimeout(drained, quietMs);
	}

	function settle(): void {
		if (end === undefined || !isDrained) {
			return;
		}

		clearTimeout(quiet);
		reader.destroy();
		const ended = end;
		end = undefined;
		onEnd(ended);
	}

	return {
		fd,
		pid,
		write: data => isDrained ? data.length : writeSome(fd, data),
		resize({columns, rows}) {
			if (!isDrained) {
				native.resize(fd, clamp(columns), clamp(rows));
			}
		},
		resume() {
			rearm();
			reader.resume();
		},
	};
}

function loadNative(): Native {
	try {
		// A native module: there is nothing to check its shape against but the test.
		return createRequire(import.meta.url)('node-pty/build/Release/pty.node') as Native;
	} catch (error) {
		throw new RecorderError('The package "node-pty", which gives the recorded command its terminal, is not installed or not compiled for this Node: run "npm rebuild node-pty"', {cause: error});
	}
}

function fork<Result>(start: () => Result): Result {
	try {
		return start();
	} catch (error) {
		throw new RecorderError(`No terminal can be opened for the command: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}

function clamp(size: number): number {
	return Math.min(Math.max(size, 0), 65_535);
}

/** Writing goes past the reader's stream: a failing write would destroy it together with output not yet read. */
function writeSome(fd: number, data: Uint8Array): number {
	try {
		return writeSync(fd, data);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') {
			return 0;
		}

		return data.length; // EIO: the other side has hung up; what is typed goes nowhere, and the reader will tell.
	}
}
