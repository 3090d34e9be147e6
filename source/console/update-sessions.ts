import type {KeyAction} from '../keys/key-table.ts';
import {openPlayer} from './player/update-player.ts';
import type {SessionsAction} from './sessions-action.ts';
import type {State, Update} from './state.ts';

/** Read the list for the first time. */
export function startSessions(state: State): Update {
	return {state, effects: [{type: 'list', requestId: 1, request: {query: {type: 'all'}, sort: 'start', isDescending: true, limit: 200, offset: 0}}]};
}

/** What a key of the list does. */
export function doInSessions(state: State, action: KeyAction): Update {
	const {sessions} = state;
	const rows = sessions.page?.sessions ?? [];
	const session = rows[sessions.selected];
	if (action === 'open' && session !== undefined) {
		return openPlayer(state, session, 0);
	}

	if (action === 'app.back') {
		return {state, effects: [{type: 'exit', code: 0}]};
	}

	return {state, effects: []};
}

/** What an answer from outside does. */
export function updateSessions(state: State, action: SessionsAction): Update {
	const page = action.type === 'listed' ? action.page : state.sessions.page;
	return {state: {...state, now: action.now, sessions: {...state.sessions, page}}, effects: []};
}
