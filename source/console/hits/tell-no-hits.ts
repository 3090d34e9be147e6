import type {EmptyState} from '../lists/empty-state.ts';
import {groupDigits} from '../text/format-length.ts';
import type {State} from '../state.ts';

/** What stands where the hits would be when there are none: why, and what to do next. */
export function tellNoHits(state: State): EmptyState | undefined {
	const {hits, store, sessions} = state;
	const {failure, applied, search, coverage} = hits;
	if (failure !== undefined) {
		return failure.isAccess
			? {title: `Viewing must be logged and the log is not writable: ${failure.message}`, lines: [], steps: [['data.refresh', 'retry'], ['app.back', 'back']]}
			: {title: `Cannot search ${store.name}.`, lines: [failure.message], steps: [['data.refresh', 'retry'], ['filter.edit', 'query'], ['app.back', 'back']]};
	}

	if (applied === undefined || search !== undefined || sessions.problem !== undefined) {
		return undefined;
	}

	if (applied.patterns.length === 0) {
		return {title: 'No moment in this query.', lines: ['Add text, seen:, typed:, cmd:, file: or net:, for instance cmd:rm.'], steps: [['filter.edit', 'query'], ['tab.sessions', 'sessions']]};
	}

	if (coverage === undefined) {
		return {title: 'The search was stopped before it found a hit.', lines: [], steps: [['data.refresh', 'search again'], ['filter.edit', 'query']]};
	}

	const {searched, unindexed} = coverage;
	const rest = unindexed === 0 ? '.' : `; ${groupDigits(unindexed)} ${unindexed === 1 ? 'is' : 'are'} not indexed.`;
	return {title: `No hit in ${groupDigits(searched)} indexed ${searched === 1 ? 'session' : 'sessions'}${rest}`, lines: unindexed === 0 ? [] : [':index makes them searchable.'], steps: [['filter.edit', 'query'], ['tab.sessions', 'sessions']]};
}
