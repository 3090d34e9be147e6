import type {KeyAction} from '../../keys/key-table.ts';
import {filterBy} from '../lists/ask-list.ts';
import {addTerm} from '../lists/change-query.ts';
import type {Joining} from '../lists/change-query.ts';
import {parseFilter} from '../sessions/parse-filter.ts';
import type {State, Update} from '../state.ts';
import {keepFacetVisible, moveFacet} from './choose-facet.ts';
import {findFacetRow, listFacetRows} from './facet-rows.ts';
import {termOf} from './facet-term.ts';
import {hasFacetColumn} from './facets-area.ts';
import type {FacetGroup, FacetsState} from './facets-state.ts';

/** What a key does on the facets while they have the keys; `undefined` for keys of the list. */
export function doInFacets(state: State, action: KeyAction): Update | undefined {
	switch (action) {
		case 'app.cancel':
		case 'app.back':
		case 'facets.toggle': {
			return same(closeFacets(state));
		}

		case 'focus.next':
		case 'focus.prev': {
			// Over the list they cannot stay without the keys.
			return same(hasFacetColumn(state.size) ? changeFacets(state, {hasFocus: false}) : closeFacets(state));
		}

		case 'facet.add': {
			return choose(state, 'and');
		}

		case 'facet.or': {
			return choose(state, 'or');
		}

		case 'facet.not': {
			return choose(state, 'not');
		}

		default: {
			const moved = moveFacet(state, action);
			return moved === undefined ? undefined : same(moved);
		}
	}
}

/** Open the facets, with the keys; or close them. */
export function toggleFacets(state: State): State {
	return state.facets.isOpen ? closeFacets(state) : keepFacetVisible(changeFacets(state, {isOpen: true, hasFocus: true}));
}

/** Give the keys to the facets; they are opened for that. */
export function focusFacets(state: State): State {
	return state.facets.isOpen ? changeFacets(state, {hasFocus: true}) : toggleFacets(state);
}

function closeFacets(state: State): State {
	return changeFacets(state, {isOpen: false, hasFocus: false, unfolded: new Set()});
}

/** Change the filter by the chosen value, or show all values of its group. */
function choose(state: State, joining: Joining): Update {
	const rows = listFacetRows(state);
	const row = rows[findFacetRow(state.facets, rows)];
	if (row?.type === 'more') {
		return same(keepFacetVisible(changeFacets(state, {unfolded: new Set([...state.facets.unfolded, row.group])})));
	}

	return row?.type === 'value' ? join(state, row, joining) : same(state);
}

function join(state: State, {group, value}: {readonly group: FacetGroup; readonly value: string}, joining: Joining): Update {
	const {sessions, now, settings} = state;
	if (group === 'views') {
		return joinView(state, state.views[value] ?? '', joining);
	}

	const parsed = parseFilter(sessions.filter.text, now, settings.timeZone);
	const query = parsed.problem === undefined ? parsed.query : sessions.applied.query;
	return filterBy(state, addTerm(query, termOf(group, value, {now, zone: settings.timeZone}), joining));
}

/** A saved view is a search of its own: it takes the place of what is there, or is one of its parts. */
function joinView(state: State, view: string, joining: Joining): Update {
	const {text} = state.sessions.applied;
	const texts = {and: view, or: text === '' ? view : `(${text}) or (${view})`, not: `${text === '' ? '' : `(${text}) `}not (${view})`};
	return filterBy(state, texts[joining]);
}

function changeFacets(state: State, facets: Partial<FacetsState>): State {
	return {...state, facets: {...state.facets, ...facets}};
}

function same(state: State): Update {
	return {state, effects: []};
}
