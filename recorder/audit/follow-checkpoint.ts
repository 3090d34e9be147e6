import {closeSync, fdatasyncSync, openSync, readFileSync, renameSync, writeSync} from 'node:fs';
import {RecorderError} from '../errors.ts';
import {readNumber, readRecord, readShape, readText} from '../agent/fields.ts';
import type {Read} from '../agent/fields.ts';
import type {LogIdentity} from './log-position.ts';

/** How far a log was followed. */
export type FollowCheckpoint = LogIdentity & {
	/** Where no event was half read. */
	readonly offset: number;
	/** What was given out of what stands behind that: events by their keys, with how many lines they had, and how many lines that are none. */
	readonly given: Readonly<Record<string, number>>;
	readonly texts: number;
	/** Events up to this time, epoch milliseconds, were given out of a log that is gone; 0: none. */
	readonly after: number;
	/** Of the last event, epoch milliseconds. */
	readonly at: number;
};

const read: Read<FollowCheckpoint> = readShape<FollowCheckpoint>({inode: readNumber, head: readText, offset: readNumber, given: readRecord(readNumber), texts: readNumber, after: readNumber, at: readNumber});

/**
Read a checkpoint; `undefined` when there is none.

@throws {RecorderError} when the file is something else: to begin anew would double events.
*/
export function readFollowCheckpoint(file: string): FollowCheckpoint | undefined {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') { // Node's own errors have a code.
			return undefined;
		}

		throw new RecorderError(`${file}: this checkpoint cannot be read: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}

	try {
		return read(JSON.parse(text), file);
	} catch (error) {
		throw new RecorderError(`${file}: this is no checkpoint of a log that was followed: ${error instanceof Error ? error.message : String(error)}; remove it to begin anew`, {cause: error});
	}
}

/** Replace a checkpoint, all or nothing. */
export function saveFollowCheckpoint(file: string, checkpoint: FollowCheckpoint): void {
	const fresh = `${file}.new`;
	const fd = openSync(fresh, 'w', 0o600);
	try {
		writeSync(fd, `${JSON.stringify(checkpoint)}\n`);
		fdatasyncSync(fd);
	} finally {
		closeSync(fd);
	}

	renameSync(fresh, file);
}
