import type {KeyAction} from '../../keys/key-table.ts';
import type {State, Update} from '../state.ts';
import {showList} from './show-list.ts';

/** What a key does that means the same on every list; `undefined` when it is not such a key. */
export function doInTabs(state: State, action: KeyAction): Update | undefined {
	switch (action) {
		case 'tab.sessions': {
			return {state: showList(state, 'sessions'), effects: []};
		}

		case 'tab.hits': {
			return {state: showList(state, 'hits'), effects: []};
		}

		case 'tab.live': {
			return {state: showList(state, 'live'), effects: []};
		}

		default: {
			return undefined;
		}
	}
}
