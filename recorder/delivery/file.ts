import {Buffer} from 'node:buffer';
import {closeSync, fstatSync, ftruncateSync, openSync, writeSync} from 'node:fs';
import {RecorderError} from '../errors.ts';
import type {Delivery, OutgoingMessage} from './delivery.ts';

/**
Append messages to a file of JSON lines, as tlog's file writer does.

@param file - created for the user alone (0600) when missing.
@throws {RecorderError} when the file cannot be opened.
*/
export function openFile(file: string): Delivery {
	const fd = open(file);
	return {
		name: file,
		write(messages) {
			appendWhole(fd, printLines(messages));
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

function printLines(messages: readonly OutgoingMessage[]): Uint8Array {
	let text = '';
	for (const message of messages) {
		text += message.text + '\n';
	}

	return Buffer.from(text);
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
