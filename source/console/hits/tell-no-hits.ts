import type {Piece} from '../components/row.tsx';
import {sayEmpty} from '../lists/say-empty.ts';
import {groupDigits} from '../text/format-length.ts';
import type {View} from '../view.ts';

/** What stands where the hits would be when there are none: why, and what to do next. */
export function drawNoHits({state}: View): ReadonlyArray<readonly Piece[]> {
	const {hits, store, sessions} = state;
	const {failure, applied, search, coverage} = hits;
	if (failure !== undefined) {
		return failure.isAccess
			? sayEmpty(`Viewing must be logged and the log is not writable: ${failure.message}`, [], [['data.refresh', 'retry'], ['app.back', 'back']], state)
			: sayEmpty(`Cannot search ${store.name}.`, [failure.message], [['data.refresh', 'retry'], ['filter.edit', 'query'], ['app.back', 'back']], state);
	}

	if (applied === undefined || search !== undefined || sessions.problem !== undefined) {
		return [];
	}

	if (applied.patterns.length === 0) {
		return sayEmpty('No moment in this query.', ['Add text, seen: or typed:, for instance seen:"permission denied".'], [['filter.edit', 'query'], ['tab.sessions', 'sessions']], state);
	}

	if (coverage === undefined) {
		return sayEmpty('The search was stopped before it found a hit.', [], [['data.refresh', 'search again'], ['filter.edit', 'query']], state);
	}

	const {searched, unindexed} = coverage;
	const rest = unindexed === 0 ? '.' : `; ${groupDigits(unindexed)} ${unindexed === 1 ? 'is' : 'are'} not indexed.`;
	return sayEmpty(`No hit in ${groupDigits(searched)} indexed ${searched === 1 ? 'session' : 'sessions'}${rest}`, unindexed === 0 ? [] : [':index makes them searchable.'], [['filter.edit', 'query'], ['tab.sessions', 'sessions']], state);
}
