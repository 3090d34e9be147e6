import type {EmptyState} from '../lists/empty-state.ts';
import {groupDigits} from '../text/format-length.ts';
import type {State} from '../state.ts';

/** What stands where the rows would be when there are none: why, and what to do next. */
export function tellNoSessions(state: State): EmptyState | undefined {
	const {sessions, store} = state;
	const {failure, counts, applied, without} = sessions;
	if (failure !== undefined && counts === undefined) {
		return failure.isAccess
			? {title: `Viewing must be logged and the log is not writable: ${failure.message}`, lines: [], steps: [['data.refresh', 'retry'], ['app.back', 'quit']]}
			: {title: `Cannot read the store ${store.name}.`, lines: [failure.message], steps: [['data.refresh', 'retry'], ['app.command', 'store'], ['app.back', 'quit']]};
	}

	if (counts === undefined) {
		return undefined;
	}

	if (counts.total === 0) {
		return {title: `No recordings in ${store.name} yet.`, lines: ['scribery rec records this terminal.', 'scribery import FILE brings in tlog and asciinema recordings.'], steps: [['data.refresh', 'look again'], ['app.command', 'command line'], ['app.back', 'quit']]};
	}

	if (counts.matching === 0) {
		const best = without.toSorted((a, b) => b.matching - a.matching);
		const lines = best.filter(({matching}) => matching > 0).slice(0, 5).map(({term, matching, nearest}) => `without ${term}: ${groupDigits(matching)}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`);
		return {title: `No session matches "${applied.text}" among ${groupDigits(counts.total)}.`, lines, steps: [...lines.length > 0 ? [['open', 'take away the first'] as const] : [], ['filter.edit', 'edit'], ['app.cancel', 'all sessions']]};
	}

	return {title: 'No loaded session is like that; asking the store.', lines: [], steps: []};
}
