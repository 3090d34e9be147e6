import type {Piece} from '../components/row.tsx';
import {sayEmpty} from '../lists/say-empty.ts';
import {groupDigits} from '../text/format-length.ts';
import type {View} from '../view.ts';

/** What stands where the rows would be when there are none: why, and what to do next. */
export function drawEmpty({state}: View): ReadonlyArray<readonly Piece[]> {
	const {sessions, store} = state;
	const {failure, counts, applied, without} = sessions;
	if (failure !== undefined && counts === undefined) {
		return failure.isAccess
			? sayEmpty(`Viewing must be logged and the log is not writable: ${failure.message}`, [], [['data.refresh', 'retry'], ['app.back', 'quit']], state)
			: sayEmpty(`Cannot read the store ${store.name}.`, [failure.message], [['data.refresh', 'retry'], ['app.command', 'store'], ['app.back', 'quit']], state);
	}

	if (counts === undefined) {
		return [];
	}

	if (counts.total === 0) {
		return sayEmpty(`No recordings in ${store.name} yet.`, ['scribery rec records this terminal.', 'scribery import FILE brings in tlog and asciinema recordings.'], [['data.refresh', 'look again'], ['app.command', 'command line'], ['app.back', 'quit']], state);
	}

	if (counts.matching === 0) {
		const best = without.toSorted((a, b) => b.matching - a.matching);
		const lines = best.filter(({matching}) => matching > 0).slice(0, 5).map(({term, matching, nearest}) => `without ${term}: ${groupDigits(matching)}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`);
		return sayEmpty(`No session matches "${applied.text}" among ${groupDigits(counts.total)}.`, lines, [...lines.length > 0 ? [['open', 'take away the first'] as const] : [], ['filter.edit', 'edit'], ['app.cancel', 'all sessions']], state);
	}

	return sayEmpty('No loaded session is like that; asking the store.', [], [], state);
}
