import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import type {RecordingFile} from '../../console/jobs/job.ts';
import {UserError} from '../../user-error.ts';

/** Names that logs and asciicasts have, rotated and packed ones too. */
const recordingName = /^[^.].*\.(?:log|jsonl?|cast)(?:[\-.]\d+)?(?:\.gz|\.zst)?$/iv;

/**
The files that a person means by a path: itself, or of a folder those that are named as logs and asciicasts are, in the folders below too.

@returns Sorted by name.
@throws {UserError} when nothing is there, or nothing that could be a recording.
*/
export async function findRecordings(name: string): Promise<readonly RecordingFile[]> {
	try {
		const found = await stat(name);
		if (!found.isDirectory()) {
			return [{file: name, bytes: found.size}];
		}

		const entries = await readdir(name, {recursive: true, withFileTypes: true});
		const files = entries.filter(entry => entry.isFile() && recordingName.test(entry.name)).map(entry => path.join(entry.parentPath, entry.name)).toSorted();
		if (files.length === 0) {
			throw new UserError(`${name} has no recordings: expected files named .log, .jsonl, .json or .cast, packed with gzip or zstd or not`);
		}

		return await Promise.all(files.map(async file => ({file, bytes: (await stat(file)).size})));
	} catch (error) {
		if (error instanceof UserError) {
			throw error;
		}

		throw new UserError(`${name} cannot be opened: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}
