import type {State} from '../../source/console/state.ts';
import {inputOf} from '../../source/console/text-input.ts';
import {update} from '../../source/console/update.ts';
import type {Facet, Facets} from '../../source/store/counts.ts';
import {parseQuery} from '../../source/store/query/parse-query.ts';
import {makeAuditState, mondayNoon} from './audit-day.ts';
import {pressKeys} from './press-keys.ts';

export const countedFacets: Facets = {
	user: facet({alice: 4, bob: 3, carol: 3, deploy: 1, erin: 1, frank: 1, ansible: 1}),
	host: facet({web1: 4, db2: 4, web3: 2, db1: 2}),
	day: facet({'2026-11-23': 8, '2026-11-22': 6}),
	flags: facet({root: 5, input: 5, gap: 2, live: 2}),
	tags: facet({'incident 88': 1}),
};

/** The auditor's list with its facets open and counted, the first value chosen. */
export function makeFacetsState(size: State['size'], text = 'since:2d not user:root'): State {
	const audit = makeAuditState(size, {filter: inputOf(text), applied: {text, query: parseQuery(text, {now: mondayNoon, zone: '+01:00'})}, marked: new Map()});
	const {state} = pressKeys({...audit, views: {'last 24 h': 'since:24h', 'gaps this week': 'has:gap since:7d'}}, 'f');
	return update(state, {type: 'facetsCounted', requestId: state.facets.requestId, facets: countedFacets}).state;
}

function facet(counts: Readonly<Record<string, number>>): Facet {
	const values = Object.entries(counts).map(([value, count]) => ({value, count}));
	return {values, distinct: values.length};
}
