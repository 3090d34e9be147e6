import {createHash} from 'node:crypto';
import {rmSync} from 'node:fs';
import {open, realpath, rename, rm, stat} from 'node:fs/promises';
import type {FileHandle} from 'node:fs/promises';
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
To a file that only its owner may read. It stands at its place whole or not at all: it is written beside it and moved. A symbolic link is followed; a device or a pipe is written to and stays what it is.

@param pieces - the file's content.
@param file - where to; an older file there is replaced.
@throws {UserError} when the file cannot be written; the original reason is in the message.
*/
export async function writeToFile(pieces: Pieces, file: string): Promise<{readonly sizeBytes: number; readonly sha256: string}> {
	try {
		return await (await isSpecial(file) ? writeWhole(pieces, await open(file, 'w')) : writeBeside(pieces, await resolveLink(file)));
	} catch (error) {
		if (isSystemError(error)) {
			throw new UserError(`${file} cannot be written: ${error.message}`);
		}

		throw error;
	}
}

async function isSpecial(file: string): Promise<boolean> {
	const stats = await stat(file).catch(() => undefined);
	return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/** A file that is not there yet has no real path. */
async function resolveLink(file: string): Promise<string> {
	return realpath(file).catch(() => file);
}

async function writeBeside(pieces: Pieces, file: string): Promise<{readonly sizeBytes: number; readonly sha256: string}> {
	const fresh = `${file}.${process.pid}.part`;
	const handle = await open(fresh, 'wx', 0o600); // What already has that name, a planted link too, is not ours to follow or remove.
	const forget = removeOnSignal(fresh);
	try {
		const result = await writeWhole(pieces, handle);
		await rename(fresh, file);
		return result;
	} catch (error) {
		// What failed first is told, not that there was nothing to remove.
		await rm(fresh, {force: true}).catch(() => undefined);
		throw error;
	} finally {
		forget();
	}
}

/** Half a file holds recorded bytes: it does not outlive us. Returns how to stop watching. */
function removeOnSignal(file: string): () => void {
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
	const end = (signal: NodeJS.Signals): void => {
		rmSync(file, {force: true});
		forget();
		process.kill(process.pid, signal);
	};

	const forget = (): void => {
		for (const signal of signals) {
			process.off(signal, end);
		}
	};

	for (const signal of signals) {
		process.on(signal, end);
	}

	return forget;
}

async function writeWhole(pieces: Pieces, handle: FileHandle): Promise<{readonly sizeBytes: number; readonly sha256: string}> {
	const hash = createHash('sha256');
	let sizeBytes = 0;
	try {
		for await (const piece of pieces) {
			const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
			hash.update(bytes);
			sizeBytes += bytes.length;
			await writeAll(handle, bytes);
		}

		await handle.sync().catch(ignoreNoDisk);
	} finally {
		await handle.close();
	}

	return {sizeBytes, sha256: hash.digest('hex')};
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
	let written = 0;
	while (written < bytes.length) {
		const {bytesWritten} = await handle.write(bytes, written);
		written += bytesWritten;
	}
}

/** Devices and pipes have nothing to flush. */
function ignoreNoDisk(error: unknown): void {
	if (!isSystemError(error) || error.code !== 'EINVAL') {
		throw error;
	}
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'syscall' in error;
}
