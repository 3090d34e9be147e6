import type {KeyAction} from '../../keys/key-table.ts';
import {showList} from '../lists/show-list.ts';
import type {State, Update} from '../state.ts';

/** What a key does on the wall of running sessions. */
export function doInWall(state: State, action: KeyAction): Update {
	switch (action) {
		case 'app.back': {
			return {state: showList(state, 'sessions'), effects: []};
		}

		case 'filter.edit': {
			return {state: {...state, sessions: {...state.sessions, isEditing: true, historyIndex: state.sessions.history.length}}, effects: []};
		}

		default: {
			return {state, effects: []};
		}
	}
}
