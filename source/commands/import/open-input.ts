import {Buffer} from 'node:buffer';
import {createReadStream} from 'node:fs';
import {open} from 'node:fs/promises';
import {addAbortSignal, pipeline} from 'node:stream';
import type {Readable} from 'node:stream';
import {createGunzip, createZstdDecompress} from 'node:zlib';
import type {Gunzip, ZstdDecompress} from 'node:zlib';
import {UserError} from '../../user-error.ts';

const pieceBytes = 1024; // The unpacker keeps nothing of a piece with damage in it: small pieces save what stands before.

/**
Open what a person named for import, decompressed.

Compression is told by the first bytes, not by the name.

@param name - a file's path, or `-` for standard input.
@param stdin - used for `-`.
@param signal - ends reading: the chunks then throw an `AbortError`.
@returns Chunks of bytes, in order. Reading throws when the file fails or its compression is damaged.
@throws {UserError} when the file cannot be opened, or nothing of it can be read.
*/
export async function openInput(name: string, stdin: Readable, signal = new AbortController().signal): Promise<AsyncIterable<Uint8Array>> {
	return name === '-' ? unpackSource(addAbortSignal(signal, stdin), name, signal) : openFileInput(name, {signal});
}

type FileOptions = {
	readonly signal: AbortSignal;
	/** Told how many bytes of the file each reading gave, packed as they are. */
	readonly onRead?: (bytes: number) => void;
};

/**
As `openInput`, for a file whatever its name.

@throws {UserError} when the file cannot be opened, or nothing of it can be read.
*/
export async function openFileInput(name: string, {signal, onRead}: FileOptions): Promise<AsyncIterable<Uint8Array>> {
	const source = addAbortSignal(signal, await openFile(name));
	return unpackSource(onRead === undefined ? source : tellRead(source, onRead), name, signal);
}

async function * tellRead(source: AsyncIterable<Uint8Array>, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
	for await (const chunk of source) {
		onRead(chunk.length);
		yield chunk;
	}
}

async function unpackSource(source: AsyncIterable<Uint8Array>, name: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
	const {head, rest} = await readHead(source, name);
	const unpack = unpackerFor(head);
	return throwWhenAborted(unpack === undefined ? rest : unpackAll(rest, unpack), signal);
}

/** Unpackers say in words of their own that their source has ended early. */
async function * throwWhenAborted(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
	try {
		yield * chunks;
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	}
}

/** Errors of either end come out of the unpacker's iterator, but what was unpacked before has to be fetched. */
async function * unpackAll(packed: AsyncIterable<Uint8Array>, unpack: Gunzip | ZstdDecompress): AsyncGenerator<Uint8Array> {
	try {
		yield * pipeline(cut(packed), unpack, () => undefined) as AsyncIterable<Uint8Array>;
	} catch (error) {
		const left = unpack.read() as Uint8Array | null;
		if (left !== null) {
			yield left;
		}

		throw error;
	}
}

async function * cut(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	for await (const chunk of packed) {
		for (let start = 0; start < chunk.length; start += pieceBytes) {
			yield chunk.subarray(start, start + pieceBytes);
		}
	}
}

async function openFile(name: string): Promise<Readable> {
	try {
		const file = await open(name);
		const stats = await file.stat();
		if (stats.isDirectory()) {
			await file.close();
			throw new UserError(`${name} is a folder, expected a file of recordings`);
		}

		return createReadStream(name, {fd: file, highWaterMark: 1 << 18});
	} catch (error) {
		if (error instanceof UserError) {
			throw error;
		}

		throw new UserError(`${name} cannot be opened: ${(error as Error).message}`, {cause: error});
	}
}

async function readHead(source: AsyncIterable<Uint8Array>, name: string): Promise<{readonly head: Uint8Array; readonly rest: AsyncIterable<Uint8Array>}> {
	const chunks = source[Symbol.asyncIterator]();
	const seen: Uint8Array[] = [];
	let size = 0;
	while (size < 4) {
		const next = await readFirst(chunks, name);
		if (next.done) {
			break;
		}

		seen.push(next.value);
		size += next.value.length;
	}

	return {head: Buffer.concat(seen).subarray(0, 4), rest: chain(seen, chunks)};
}

async function readFirst(chunks: AsyncIterator<Uint8Array>, name: string): Promise<IteratorResult<Uint8Array, unknown>> {
	try {
		return await chunks.next();
	} catch (error) {
		throw new UserError(`${name === '-' ? 'standard input' : name} cannot be read: ${(error as Error).message}`, {cause: error});
	}
}

async function * chain(seen: readonly Uint8Array[], chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield * seen;
	yield * {[Symbol.asyncIterator]: () => chunks};
}

function unpackerFor(head: Uint8Array): Gunzip | ZstdDecompress | undefined {
	if (head[0] === 0x1F && head[1] === 0x8B) {
		return createGunzip();
	}

	return head[0] === 0x28 && head[1] === 0xB5 && head[2] === 0x2F && head[3] === 0xFD ? createZstdDecompress() : undefined;
}
