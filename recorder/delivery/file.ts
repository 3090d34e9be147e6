import {Buffer} from 'node:buffer';
import {closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync} from 'node:fs';
import {RecorderError} from '../errors.ts';
import type {Delivery, OutgoingMessage} from './delivery.ts';

const lineFeed = 0x0A;

/**
Append messages to a file of JSON lines, as tlog's file writer does. A last line that was torn is closed first: the first message would be lost in it.

@param file - created for the user alone (0600) when missing.
@throws {RecorderError} when the file cannot be opened.
*/
export function openFile(file: string): Delivery {
	const fd = open(file);
	let lead = isTorn(fd) ? '\n' : '';
	return {
		name: file,
		write(messages) {
			appendWhole(fd, Buffer.from(lead + printLines(messages)));
			lead = '';
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
