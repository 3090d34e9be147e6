import {Buffer} from 'node:buffer';
import {constants, statSync} from 'node:fs';
import {open, truncate} from 'node:fs/promises';
import type {FileHandle} from 'node:fs/promises';
import {listAuditSegments, locateAuditSegment} from './audit-segments.ts';
import type {SpoolTail} from './read-spool-tail.ts';

const segmentBytes = 8 * 1024 * 1024;

/** Appends lines to the newest segment of the spool. */
export type SpoolWriter = {
	/**
	Append lines, all or none; calls do not overlap.

	@param print - lines without line feeds, the first one being of this number.
	@returns `full` when the spool holds what it may.
	@throws when the disk takes none.
	*/
	readonly append: (print: (number: number) => readonly string[]) => Promise<'written' | 'full'>;
	readonly close: () => Promise<void>;
};

export type SpoolWriterOptions = {
	readonly folder: string;
	readonly tail: SpoolTail;
	/** What all segments may hold together. */
	readonly mostBytes: () => number;
	/** Number of the first line of a spool that has none yet. */
	readonly firstNumber: number;
};

export function openSpoolWriter({folder, tail, mostBytes, firstNumber}: SpoolWriterOptions): SpoolWriter {
	let next = tail.nextNumber ?? firstNumber;
	let segment = tail.nextNumber === undefined ? undefined : tail.segment;
	let sizeBytes = tail.wholeBytes;
	let {isTorn} = tail;
	let handle: FileHandle | undefined;
	let allBytes = Infinity;

	/** The newest segment, or one after it; a line that was torn at its end is taken away. */
	async function openSegment(): Promise<FileHandle> {
		if (segment === undefined || sizeBytes >= segmentBytes) {
			await handle?.close();
			handle = undefined;
			segment = next;
			sizeBytes = 0;
		}

		const file = locateAuditSegment(folder, segment);
		if (isTorn) {
			await truncate(file, sizeBytes);
			isTorn = false;
		}

		handle ??= await open(file, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
		return handle;
	}

	/** Measured anew whenever it seems full: the agent removes what it has delivered. */
	function hasRoom(bytes: number): boolean {
		if (allBytes + bytes > mostBytes()) {
			allBytes = listAuditSegments(folder).reduce((sum, each) => sum + (statSync(locateAuditSegment(folder, each), {throwIfNoEntry: false})?.size ?? 0), 0);
		}

		return allBytes + bytes <= mostBytes();
	}

	return {
		async append(print) {
			const lines = print(next);
			const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''));
			if (!hasRoom(bytes.length)) {
				return 'full';
			}

			const file = await openSegment();
			try {
				await file.writeFile(bytes);
			} catch (error) {
				await file.truncate(sizeBytes); // Half a line would swallow the next one.
				throw error;
			}

			sizeBytes += bytes.length;
			allBytes += bytes.length;
			next += lines.length;
			return 'written';
		},
		async close() {
			await handle?.close();
			handle = undefined;
		},
	};
}
