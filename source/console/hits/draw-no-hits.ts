import type {Piece} from '../components/row.tsx';
import {sayEmpty} from '../lists/say-empty.ts';
import {groupDigits} from '../text/format-length.ts';
import type {View} from '../view.ts';

/** What stands where the hits would be when there are none: why, and what to do next. */
export function drawNoHits({state: {hits, store, sessions}}: View): ReadonlyArray<readonly Piece[]> {
	const {failure, applied, search, coverage} = hits;
	if (failure !== undefined) {
		return failure.isAccess
			? sayEmpty(`Viewing must be logged and the log is not writable: ${failure.message}`, [], 'r retry   q back')
			: sayEmpty(`Cannot search ${store.name}.`, [failure.message], 'r retry   / query   q back');
	}

	if (applied === undefined || search !== undefined || sessions.problem !== undefined) {
		return [];
	}

	if (applied.patterns.length === 0) {
		return sayEmpty('No moment in this query.', ['Add text, seen: or typed:, for instance seen:"permission denied".'], '/ query   1 sessions');
	}

	if (coverage === undefined) {
		return sayEmpty('The search was stopped before it found a hit.', [], 'r search again   / query');
	}

	const {searched, unindexed} = coverage;
	const rest = unindexed === 0 ? '.' : `; ${groupDigits(unindexed)} ${unindexed === 1 ? 'is' : 'are'} not indexed.`;
	return sayEmpty(`No hit in ${groupDigits(searched)} indexed ${searched === 1 ? 'session' : 'sessions'}${rest}`, unindexed === 0 ? [] : [':index makes them searchable.'], '/ query   1 sessions');
}
