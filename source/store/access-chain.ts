import {createHash} from 'node:crypto';
import type {AccessEntry, LoggedAccess} from './store.ts';

/** What the first entry of a log names as the one before. */
export const noHash = '0'.repeat(64);

/**
Put an entry behind the last one of a log.

The hash is SHA-256 of the entry's canonical JSON: keys sorted, no blanks, with the sequence number and the hash of the entry before.
*/
export function chainAccess(entry: AccessEntry, last: {readonly sequence: number; readonly hash: string} | undefined): LoggedAccess {
	const linked = {
		at: entry.at,
		who: entry.who.toWellFormed(),
		action: entry.action,
		what: entry.what.toWellFormed(),
		detail: entry.detail.toWellFormed(),
		sequence: (last?.sequence ?? 0) + 1,
		previousHash: last?.hash ?? noHash,
	};
	return {...linked, hash: hashEntry(linked)};
}

/**
Find the first entry that does not follow from the one before: changed, removed or put in afterwards.

@param entries - a whole log, oldest first.
@returns Its sequence number, or `undefined` when the chain holds.
*/
export function findBrokenLink(entries: readonly LoggedAccess[]): number | undefined {
	let last: LoggedAccess | undefined;
	for (const entry of entries) {
		const expected = chainAccess(entry, last);
		if (entry.sequence !== expected.sequence || entry.previousHash !== expected.previousHash || entry.hash !== expected.hash) {
			return expected.sequence;
		}

		last = entry;
	}

	return undefined;
}

function hashEntry(linked: Omit<LoggedAccess, 'hash'>): string {
	const {action, at, detail, previousHash, sequence, what, who} = linked;
	return createHash('sha256').update(JSON.stringify({action, at, detail, previousHash, sequence, what, who})).digest('hex');
}
