import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import type {FacetsEffect} from './facets-effect.ts';

/** Counts what the sessions that match have in common. */
export async function runFacetsEffect({requestId, query, zone}: FacetsEffect, ports: Ports, dispatch: Loop['dispatch']): Promise<void> {
	try {
		const store = await ports.getStore();
		dispatch({type: 'facetsCounted', requestId, facets: await store.countFacets({query, zone})});
	} catch (error) {
		dispatch({type: 'facetsFailed', requestId, message: error instanceof Error ? error.message : String(error)});
	}
}
