import type {Piece} from '../components/row.tsx';
import {sayEmpty} from '../lists/say-empty.ts';
import {groupDigits} from '../text/format-length.ts';
import type {View} from '../view.ts';

/** What stands where the tiles would be when there are none: why, and what to do next. */
export function drawNoTiles({state}: View): ReadonlyArray<readonly Piece[]> {
	const {wall, store} = state;
	const {failure, text, running = 0} = wall;
	if (failure !== undefined) {
		return failure.isAccess
			? sayEmpty(`Viewing must be logged and the log is not writable: ${failure.message}`, [], [['data.refresh', 'retry'], ['app.back', 'back']], state)
			: sayEmpty(`Cannot read the store ${store.name}.`, [failure.message], [['data.refresh', 'retry'], ['app.back', 'back']], state);
	}

	if (text === undefined) {
		return [];
	}

	return text === '' || running === 0
		? sayEmpty('No session is running.', ['A session that scribery rec records into this store appears here by itself.'], [['tab.sessions', 'sessions'], ['app.back', 'back']], state)
		: sayEmpty(`None of the ${groupDigits(running)} running sessions matches "${text}".`, [], [['filter.edit', 'edit'], ['app.cancel', 'all running'], ['tab.sessions', 'sessions']], state);
}
