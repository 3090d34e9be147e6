import {Buffer} from 'node:buffer';
import {closeSync, fdatasync, fstatSync, ftruncateSync, openSync, readSync, statSync, writeSync} from 'node:fs';
import {promisify} from 'node:util';
import {RecorderError} from '../errors.ts';
import type {OutgoingMessage} from './delivery.ts';

/** A file of JSON lines, open for appending. */
export type AppendFile = {
	/** All of them or none. */
	readonly append: (messages: readonly OutgoingMessage[]) => void;
	/** Resolves when the disk has what was appended; pipes and devices have none. */
	readonly sync: () => Promise<void>;
	/** Whether its name is another file's by now, or nobody's: it was rotated. */
	readonly isMoved: () => boolean;
	readonly close: () => void;
};

const lineFeed = 0x0A;
const syncData = promisify(fdatasync);

/**
Open a file to append messages to. A last line that was torn is closed first: the first message would be lost in it.

@param file - created for the user alone (0600) when missing.
@throws {RecorderError} when the file cannot be opened.
*/
export function openAppendFile(file: string): AppendFile {
	const fd = open(file);
	let lead = isTorn(fd) ? '\n' : '';
	return {
		append(messages) {
			appendWhole(fd, Buffer.from(lead + printLines(messages)));
			lead = '';
		},
		async sync() {
			if (fstatSync(fd).isFile()) {
				await syncData(fd);
			}
		},
		isMoved() {
			const named = statSync(file, {throwIfNoEntry: false});
			const opened = fstatSync(fd);
			return named?.ino !== opened.ino || named.dev !== opened.dev;
		},
		close() {
			closeSync(fd);
		},
	};
}

function open(file: string): number {
	try {
		return openSync(file, 'a', 0o600);
	} catch (error) {
		throw new RecorderError(`${file}: the recording cannot be written there: ${messageOf(error)}`, {cause: error});
	}
}

/** Whether a file has bytes after its last line end. Pipes and devices have no last line. */
function isTorn(fd: number): boolean {
	const stats = fstatSync(fd);
	return stats.isFile() && stats.size > 0 && readByte(fd, stats.size - 1) !== lineFeed;
}

/**
The byte at a position of a file opened for writing.

@returns `undefined` when the file may be written but not read.
*/
function readByte(fd: number, position: number): number | undefined {
	let reader: number | undefined;
	try {
		reader = openSync(`/proc/self/fd/${fd}`, 'r'); // The very file: its name may be another's by now.
		const byte = Buffer.alloc(1);
		readSync(reader, byte, 0, 1, position);
		return byte[0];
	} catch {
		return undefined; // Then the line counts as torn: a blank line harms nobody.
	} finally {
		if (reader !== undefined) {
			closeSync(reader);
		}
	}
}

function printLines(messages: readonly OutgoingMessage[]): string {
	let text = '';
	for (const message of messages) {
		text += message.text + '\n';
	}

	return text;
}

/** All or nothing: a full disk takes part of a batch, and the torn line would swallow the first one written after it. */
function appendWhole(fd: number, bytes: Uint8Array): void {
	let done = 0;
	try {
		while (done < bytes.length) {
			done += writeSync(fd, bytes, done);
		}
	} catch (error) {
		takeBack(fd, done);
		throw error;
	}
}

function takeBack(fd: number, count: number): void {
	const stats = fstatSync(fd);
	if (count > 0 && stats.isFile()) {
		ftruncateSync(fd, stats.size - count);
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
