import type {Piece} from '../components/row.tsx';
import {sayEmpty} from '../lists/say-empty.ts';
import {groupDigits} from '../text/format-length.ts';
import type {View} from '../view.ts';

/** What stands where the tiles would be when there are none: why, and what to do next. */
export function drawNoTiles({state: {wall, store}}: View): ReadonlyArray<readonly Piece[]> {
	const {failure, text, running = 0} = wall;
	if (failure !== undefined) {
		return failure.isAccess
			? sayEmpty(`Viewing must be logged and the log is not writable: ${failure.message}`, [], 'r retry   q back')
			: sayEmpty(`Cannot read the store ${store.name}.`, [failure.message], 'r retry   q back');
	}

	if (text === undefined) {
		return [];
	}

	return text === '' || running === 0
		? sayEmpty('No session is running.', ['A session that scribery rec records into this store appears here by itself.'], '1 sessions   q back')
		: sayEmpty(`None of the ${groupDigits(running)} running sessions matches "${text}".`, [], '/ edit   Esc all running   1 sessions');
}
