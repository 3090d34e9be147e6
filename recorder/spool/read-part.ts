import {closeSync, constants, fstatSync, openSync, readSync} from 'node:fs';

/**
Read from a segment as much as there is, or as the buffer holds. The file is not kept open: it may be removed by anybody, and thousands may wait.

@returns Bytes read; undefined when there is no such file.
@throws when it cannot be read, or is no regular file.
*/
export function readPart(file: string, offset: number, buffer: Uint8Array): number | undefined {
	const fd = open(file);
	if (fd === undefined) {
		return undefined;
	}

	try {
		if (!fstatSync(fd).isFile()) {
			throw new Error(`${file}: this is no regular file`);
		}

		return readSync(fd, buffer, 0, buffer.length, offset);
	} finally {
		closeSync(fd);
	}
}

function open(file: string): number | undefined {
	try {
		return openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') { // Node's own errors have a code.
			return undefined;
		}

		throw error;
	}
}
