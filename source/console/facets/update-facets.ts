import type {State, Update} from '../state.ts';
import type {FacetsAction} from './facets-action.ts';
import {keepFacetVisible} from './choose-facet.ts';

/** What counting answers; an older answer is dropped. */
export function updateFacets(state: State, action: FacetsAction): Update {
	const {facets} = state;
	if (action.requestId !== facets.requestId || facets.asking === undefined) {
		return {state, effects: []};
	}

	switch (action.type) {
		case 'facetsCounted': {
			const counted = {...facets.asking, facets: action.facets};
			return {state: keepFacetVisible({...state, facets: {...facets, counted, asking: undefined, failure: undefined}}), effects: []};
		}

		case 'facetsFailed': {
			// Counted as far as it goes: the same is not asked again until something changes.
			const empty = {values: [], distinct: 0};
			const counted = {...facets.asking, facets: {user: empty, host: empty, day: empty, flags: empty, tags: empty}};
			return {state: {...state, facets: {...facets, counted, asking: undefined, failure: action.message}}, effects: []};
		}

		default: {
			return action satisfies never;
		}
	}
}
