import {createHash} from 'node:crypto';
import {open, rename, rm} from 'node:fs/promises';
import process from 'node:process';
import {once} from 'node:events';
import type {Writable} from 'node:stream';
import {UserError} from '../../user-error.ts';

type Pieces = AsyncIterable<string | Uint8Array>;

/** To a stream, as fast as its reader takes it. */
export async function writeToStream(pieces: Pieces, stream: Writable): Promise<void> {
	for await (const piece of pieces) {
		if (!stream.write(piece)) {
			await once(stream, 'drain');
		}
	}
}

/**
To a file that only its owner may read. It stands at its place whole or not at all: it is written beside it and moved.

@param pieces - the file's content.
@param file - where to; an older file there is replaced.
@throws {UserError} when the file cannot be written; the original reason is in the message.
*/
export async function writeToFile(pieces: Pieces, file: string): Promise<{readonly sizeBytes: number; readonly sha256: string}> {
	const fresh = `${file}.${process.pid}.part`;
	try {
		const result = await writeWhole(pieces, fresh);
		await rename(fresh, file);
		return result;
	} catch (error) {
		// What failed first is told, not that there was nothing to remove.
		await rm(fresh, {force: true}).catch(() => undefined);
		if (isSystemError(error)) {
			throw new UserError(`${file} cannot be written: ${error.message}`);
		}

		throw error;
	}
}

async function writeWhole(pieces: Pieces, file: string): Promise<{readonly sizeBytes: number; readonly sha256: string}> {
	const hash = createHash('sha256');
	let sizeBytes = 0;
	const handle = await open(file, 'w', 0o600);
	try {
		for await (const piece of pieces) {
			const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
			hash.update(bytes);
			sizeBytes += bytes.length;
			await writeAll(handle, bytes);
		}

		await handle.sync();
	} finally {
		await handle.close();
	}

	return {sizeBytes, sha256: hash.digest('hex')};
}

async function writeAll(handle: Awaited<ReturnType<typeof open>>, bytes: Uint8Array): Promise<void> {
	let written = 0;
	while (written < bytes.length) {
		const {bytesWritten} = await handle.write(bytes, written);
		written += bytesWritten;
	}
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'syscall' in error;
}
