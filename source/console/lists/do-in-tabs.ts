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
			return editFilter(state);
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

/** While the first letters are typed the store counts the names that may follow. */
function editFilter(state: State): Update {
	const {sessions} = state;
	const isAllSeen = sessions.counts !== undefined && sessions.applied.text === '';
	return {
		state: {...state, sessions: {...sessions, isEditing: true, historyIndex: sessions.history.length}},
		effects: sessions.names === undefined ? [{type: 'readNames', isNew: !isAllSeen}] : [],
	};
}
