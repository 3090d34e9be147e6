import {Buffer} from 'node:buffer';
import {readSync} from 'node:fs';

const chunkBytes = 65_536;

/**
Take out of a pipe what is still in it, without waiting for more.

A stream tells its end from what the kernel reported about the pipe a moment ago; this asks the pipe itself.

@param fd - the reading end, which does not block.
*/
export function readRest(fd: number): Uint8Array {
	const chunks: Uint8Array[] = [];
	for (;;) {
		const chunk = Buffer.allocUnsafe(chunkBytes);
		const count = readSome(fd, chunk);
		if (count === 0) {
			return Buffer.concat(chunks);
		}

		chunks.push(chunk.subarray(0, count));
	}
}

function readSome(fd: number, chunk: Uint8Array): number {
	try {
		return readSync(fd, chunk);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') {
			return 0; // Somebody has it open for writing, but there is nothing in it.
		}

		throw error;
	}
}
