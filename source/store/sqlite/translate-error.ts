import path from 'node:path';
import {StoreError} from '../store-error.ts';

const busy = 5;
const locked = 6;

/** True when another connection holds what this one needs: the same call works later. */
export function isBusy(error: unknown): boolean {
	const code = readCode(error);
	return code === busy || code === locked;
}

/** What no write could get past, whatever it wanted: locks, memory, the disk, the file. Others are of one statement and what it was given. */
const storeCodes: ReadonlySet<number> = new Set([busy, locked, 7, 8, 10, 11, 13, 14, 22, 23, 26]);

/** True when SQLite cannot use the store at all now, so that another statement would fail as well. */
export function isOfStore(error: unknown): boolean {
	const code = readCode(error);
	return code !== undefined && storeCodes.has(code);
}

/**
Say in one line which store failed, how, and what to do.

@param file - the store.
@param error - what SQLite or a reader of its rows threw.
@param patienceMs - how long a lock was waited for.
@returns A StoreError for what the outside world did; anything else (a fault of ours) as it is.
@see https://sqlite.org/rescode.html
*/
export function translateError(file: string, error: unknown, patienceMs = 0): unknown {
	if (error instanceof StoreError && !error.message.startsWith(file)) {
		return new StoreError(`${file}: ${error.message}`, {cause: error.cause, isRetryable: error.isRetryable, failed: error.failed});
	}

	const code = readCode(error);
	if (code === undefined || !(error instanceof Error)) {
		return error;
	}

	const advice = advices[code];
	return new StoreError(`${file}: ${advice === undefined ? `SQLite failed: ${error.message}` : advice(file, patienceMs)}`, {cause: error, isRetryable: isBusy(error)});
}

const advices: Readonly<Record<number, (file: string, patienceMs: number) => string>> = {
	[busy]: tellLocked,
	[locked]: tellLocked,
	8: () => 'cannot be written: read-only file or file system; open it as its owner, or write to another store with --store',
	10: () => 'reading or writing failed (input/output error); check the disk, nothing acknowledged is lost if the file is whole',
	11: () => 'the database is damaged; restore it from a copy, or import the recordings into a new store',
	13: () => 'no space left on the device; what was stored before is safe: free some space and run the command again',
	14: file => `cannot be opened; check that ${path.dirname(file)} exists and may be entered and written`,
	18: () => 'a message is larger than the 1 GB that a store takes; leave it out',
	23: () => 'access denied',
	26: () => 'not a scribery store (not an SQLite database); name another with --store',
};

function tellLocked(file: string, patienceMs: number): string {
	return `locked by another process${patienceMs === 0 ? '' : ` for more than ${patienceMs / 1000} s`}; try again when it is done (fuser ${file} shows which)`;
}

/** SQLite's primary result code: the low byte of the extended one. */
function readCode(error: unknown): number | undefined {
	return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode % 256 : undefined;
}
