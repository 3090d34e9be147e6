import type {CountsRequest, Facet, Facets} from '../../store/counts.ts';
import type {Query} from '../../store/query/query.ts';
import type {Store} from '../../store/store.ts';
import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import type {CountFacets} from './facets-effect.ts';

/** Counts what the sessions that match have in common. */
export async function runFacetsEffect({requestId, query, zone, access}: CountFacets, {ports, signal}: {readonly ports: Ports; readonly signal: AbortSignal}, dispatch: Loop['dispatch']): Promise<void> {
	try {
		const store = await ports.getStore();
		if (access !== undefined) {
			await ports.recordAccess('list', access, 'console');
		}

		const facets = await store.countFacets({query, zone}, {signal});
		dispatch({type: 'facetsCounted', requestId, facets: {...facets, ...await countOthers(store, {query, zone}, signal)}});
	} catch (error) {
		if (!signal.aborted) {
			dispatch({type: 'facetsFailed', requestId, message: error instanceof Error ? error.message : String(error)});
		}
	}
}

/** A session has one user, one host and few days: once one of them is asked for, the others are counted as if it were not, so that they can be allowed, too. */
async function countOthers(store: Store, {query, zone}: CountsRequest, signal: AbortSignal): Promise<Partial<Facets>> {
	const counted: Partial<Record<keyof Facets, Facet>> = {};
	for (const [group, field] of singleFields) {
		const rest = leaveOut(query, field);
		if (rest === undefined) {
			continue;
		}

		const facets = await store.countFacets({query: rest, zone}, {signal});
		counted[group] = facets[group];
	}

	return counted;
}

const singleFields = [['user', 'user'], ['host', 'host'], ['day', 'when']] as const;

/** The search without its own terms of a field; `undefined` when it has none. */
function leaveOut(query: Query, field: 'user' | 'host' | 'when'): Query | undefined {
	const parts = query.type === 'and' ? query.parts : [query];
	const others = parts.filter(part => !((part.type === 'text' || part.type === 'time') && part.field === field));
	return others.length === parts.length ? undefined : (others.length === 0 ? {type: 'all'} : {type: 'and', parts: others});
}
