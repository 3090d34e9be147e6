import {closeSync, fstatSync, openSync, readSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {createLineCutter} from './line-cutter.ts';
import {readRecord} from './read-record.ts';

/** A log and the older ones that auditd has renamed, `audit.log.2`, `audit.log.1`, `audit.log`: the oldest first. */
export function listLogFiles(log: string): readonly string[] {
	const folder = path.dirname(log);
	const base = path.basename(log);
	return readdirSync(folder)
		.flatMap(name => {
			const age = name === base ? 0 : (name.startsWith(`${base}.`) && /^\d{1,5}$/v.test(name.slice(base.length + 1)) ? Number(name.slice(base.length + 1)) : undefined);
			return age === undefined ? [] : [{age, file: path.join(folder, name)}];
		})
		.toSorted((a, b) => b.age - a.age)
		.map(({file}) => file);
}

/** Where reading a log from some time on begins: a file, open, and the first line that may be of that time. Lines stand in the order of time but for a few. */
export type LogStart = {readonly fd: number; readonly offset: number; readonly sizeBytes: number};

/**
Open the files that hold what is of `sinceAt` or later. The caller closes them.

@throws when the log cannot be opened.
*/
export function openLogSince(log: string, sinceAt: number): readonly LogStart[] {
	const starts: LogStart[] = [];
	for (const file of listLogFiles(log).toReversed()) {
		const fd = openSync(file, 'r');
		const sizeBytes = fstatSync(fd).size;
		const firstAt = findTime(fd, 0, sizeBytes);
		const isOldEnough = firstAt !== undefined && firstAt < sinceAt;
		starts.unshift({fd, offset: isOldEnough ? search(fd, sinceAt, sizeBytes) : 0, sizeBytes});
		if (isOldEnough) {
			break;
		}
	}

	return starts;
}

export function closeLogs(starts: readonly LogStart[]): void {
	for (const {fd} of starts) {
		closeSync(fd);
	}
}

/** By halves, down to a stretch that is read in one go. */
function search(fd: number, sinceAt: number, sizeBytes: number): number {
	let low = 0;
	let high = sizeBytes;
	while (high - low > stretchBytes) {
		const middle = Math.floor((low + high) / 2);
		const at = findTime(fd, middle, sizeBytes);
		if (at !== undefined && at < sinceAt) {
			low = middle;
		} else {
			high = middle;
		}
	}

	return low;
}

/** Of the first record whose line begins behind the place. */
function findTime(fd: number, place: number, sizeBytes: number): number | undefined {
	const buffer = new Uint8Array(Math.min(stretchBytes, sizeBytes - place));
	const length = readSync(fd, buffer, 0, buffer.length, place);
	const lines = createLineCutter().push(buffer.subarray(0, length));
	for (const line of place === 0 ? lines : lines.slice(1)) {
		const record = readRecord(line);
		if (record !== undefined && 'at' in record) {
			return record.at;
		}
	}

	return undefined;
}

const stretchBytes = 65_536;
