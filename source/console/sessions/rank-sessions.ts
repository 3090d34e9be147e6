import Fuse from 'fuse.js';
import type {TextRange} from '../../store/query/text-range.ts';
import type {Session} from '../../store/store.ts';
import {addressOf} from './address-of.ts';
import type {RowMatches} from './sessions-state.ts';

/** The addresses of the sessions that fit, best first, and what in their users and hosts did. */
export type Ranked = {
	readonly order: readonly string[];
	readonly matches: ReadonlyMap<string, RowMatches>;
};

/**
Rank the sessions by how well they fit the words.

Fuse.js does not look for one query in several fields together, so each session is one text. At 5,000 rows this takes some 25 ms.
*/
export function rankSessions(rows: readonly Session[], words: readonly string[]): Ranked {
	const items = rows.map(session => ({address: addressOf(session), user: session.user, host: session.host, text: `${session.user} ${session.host} ${session.rec}`}));
	// Without `ignoreLocation` what stands far from the start is lost; single letters that fit by chance mark nothing.
	const fuse = new Fuse(items, {keys: ['text'], threshold: 0.3, ignoreLocation: true, useExtendedSearch: true, includeMatches: true, minMatchCharLength: 2});
	const found = fuse.search({$and: words.map(word => ({text: word}))});
	return {
		order: found.map(({item}) => item.address),
		matches: new Map(found.map(({item, matches = []}) => {
			const ranges = joinRanges(matches.flatMap(({indices}) => indices.map(([first, last]) => ({from: first, to: last + 1}))));
			const hostAt = item.user.length + 1;
			return [item.address, {user: cutRanges(ranges, 0, item.user.length), host: cutRanges(ranges, hostAt, item.host.length)}];
		})),
	};
}

/** In order, what overlaps as one. */
function joinRanges(ranges: readonly TextRange[]): readonly TextRange[] {
	const joined: TextRange[] = [];
	for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
		const last = joined.at(-1);
		if (last !== undefined && range.from <= last.to) {
			joined[joined.length - 1] = {from: last.from, to: Math.max(last.to, range.to)};
		} else {
			joined.push(range);
		}
	}

	return joined;
}

/** Those inside a part of the text, counted from the part's start. */
function cutRanges(ranges: readonly TextRange[], start: number, length: number): readonly TextRange[] {
	return ranges.map(({from, to}) => ({from: Math.max(0, from - start), to: Math.min(length, to - start)})).filter(({from, to}) => to > from);
}
