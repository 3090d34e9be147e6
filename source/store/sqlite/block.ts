import {constants, zstdCompressSync, zstdDecompressSync} from 'node:zlib';
import {StoreError} from '../store-error.ts';
import type {StoredMessage} from '../store.ts';

/** A message with the size of its line in UTF-8. */
export type SizedMessage = StoredMessage & {readonly sizeBytes: number};

/** More messages in a block gain little in size and cost memory in each reader. */
const messagesPerBlock = 64;
/** Bounds a reader's memory: a block holds at most this and one message more. */
const bytesPerBlock = 1024 * 1024;

/** Cut a run of messages into blocks' worth; `rest` is too small for one. */
export function cutBlocks(messages: readonly SizedMessage[]): {readonly full: ReadonlyArray<readonly SizedMessage[]>; readonly rest: readonly SizedMessage[]} {
	const full: Array<readonly SizedMessage[]> = [];
	let run: SizedMessage[] = [];
	let runBytes = 0;
	for (const message of messages) {
		run.push(message);
		runBytes += message.sizeBytes;
		if (!(run.length === messagesPerBlock || runBytes >= bytesPerBlock)) {
			continue;
		}

		full.push(run);
		run = [];
		runBytes = 0;
	}

	return {full, rest: run};
}

/**
Pack messages: zstd over one line of JSON (id, position and size in bytes of each) and all texts behind it, as they are.
*/
export function packBlock(messages: readonly SizedMessage[]): Uint8Array {
	const table = messages.map(({id, positionMs, sizeBytes}) => [id, positionMs, sizeBytes]);
	return zstdCompressSync(`${JSON.stringify(table)}\n${messages.map(message => message.text).join('')}`, {params: {[constants.ZSTD_c_checksumFlag]: 1}});
}

/** The inverse of `packBlock`; throws a StoreError when the bytes are not what that made. */
export function unpackBlock(data: Uint8Array): SizedMessage[] {
	const bytes = decompress(data);
	const tableEnd = bytes.indexOf(10);
	let from = tableEnd + 1;
	return parseTable(bytes.toString('utf8', 0, tableEnd)).map(([id, positionMs, sizeBytes]) => {
		const text = bytes.toString('utf8', from, from + sizeBytes);
		from += sizeBytes;
		return {id, positionMs, sizeBytes, text};
	});
}

function decompress(data: Uint8Array): ReturnType<typeof zstdDecompressSync> {
	try {
		return zstdDecompressSync(data);
	} catch (error) {
		throw new StoreError('the store is damaged: a block of messages does not unpack; restore it from a copy or import the recording again', {cause: error, failed: 'recording'});
	}
}

function parseTable(text: string): ReadonlyArray<readonly [id: number, positionMs: number, sizeBytes: number]> {
	// The table is our own writing, guarded by zstd's checksum of what it packs: its shape needs no second check.
	return JSON.parse(text) as ReadonlyArray<readonly [number, number, number]>;
}
