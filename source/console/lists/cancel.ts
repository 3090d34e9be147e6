import type {State, Update} from '../state.ts';
import {filterBy} from './ask-list.ts';

/** Take all marks away; `undefined` when there are none. */
export function cancelMarks(state: State): Update | undefined {
	return state.sessions.marked.size === 0 ? undefined : {state: {...state, sessions: {...state.sessions, marked: new Map()}}, effects: []};
}

/** Empty the filter box and ask for everything. */
export function cancelFilter(state: State): Update {
	return state.sessions.filter.text === '' ? {state, effects: []} : filterBy(state, '');
}
