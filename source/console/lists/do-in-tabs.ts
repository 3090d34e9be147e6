import type {KeyAction} from '../../keys/key-table.ts';
import type {State, Update} from '../state.ts';
import {focusFacets, toggleFacets} from '../facets/do-in-facets.ts';
import {openViews} from '../views/do-in-views.ts';
import {showList} from './show-list.ts';
import {toggleProblems} from './toggle-problems.ts';

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

		case 'filter.edit': {
			return {state: {...state, sessions: {...state.sessions, isEditing: true, historyIndex: state.sessions.history.length}}, effects: []};
		}

		case 'filter.problems': {
			return toggleProblems(state);
		}

		case 'view.menu': {
			return {state: openViews(state), effects: []};
		}

		case 'facets.toggle': {
			return {state: toggleFacets(state), effects: []};
		}

		case 'focus.next':
		case 'focus.prev': {
			return {state: focusFacets(state), effects: []};
		}

		default: {
			return undefined;
		}
	}
}
