import type {EmptyState} from '../lists/empty-state.ts';
import {groupDigits} from '../text/format-length.ts';
import type {State} from '../state.ts';

/** What stands where the tiles would be when there are none: why, and what to do next. */
export function tellNoTiles(state: State): EmptyState | undefined {
	const {wall, store} = state;
	const {failure, text, running = 0} = wall;
	if (failure !== undefined) {
		return failure.isAccess
			? {title: `Viewing must be logged and the log is not writable: ${failure.message}`, lines: [], steps: [['data.refresh', 'retry'], ['app.back', 'back']]}
			: {title: `Cannot read the store ${store.name}.`, lines: [failure.message], steps: [['data.refresh', 'retry'], ['app.back', 'back']]};
	}

	if (text === undefined) {
		return undefined;
	}

	return text === '' || running === 0
		? {title: 'No session is running.', lines: ['A session that scribery rec records into this store appears here by itself.'], steps: [['tab.sessions', 'sessions'], ['app.back', 'back']]}
		: {title: `None of the ${groupDigits(running)} running sessions matches "${text}".`, lines: [], steps: [['filter.edit', 'edit'], ['app.cancel', 'all running'], ['tab.sessions', 'sessions']]};
}
