import {constants} from 'node:fs';
import {open} from 'node:fs/promises';

/** Bring to the disk what the recorder has written; any descriptor of the file will do, and his own must not wait for it. A file that is gone needs nothing. */
export async function syncSegment(file: string): Promise<void> {
	try {
		await using handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
		await handle.datasync();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') { // Node's own errors have a code.
			throw error;
		}
	}
}
