import type {Facet, Facets} from '../../store/counts.ts';
import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import type {SessionsEffect} from './sessions-effect.ts';
import type {KnownNames} from './sessions-state.ts';

/** A store that has not counted its names by then goes without: a list is waited for, names are not. */
const patienceMs = 200;

/** Count whose recordings a store has, so that they can be completed while a filter is typed. */
export async function readNames({isNew}: Extract<SessionsEffect, {type: 'readNames'}>, ports: Ports, dispatch: Loop['dispatch']): Promise<void> {
	const signal = AbortSignal.timeout(patienceMs);
	try {
		const store = await ports.getStore();
		const facets = await store.countFacets({query: {type: 'all'}, zone: 'UTC'}, {signal});
		if (isNew) {
			await ports.recordAccess('list', '', 'names to complete');
		}

		dispatch({type: 'namesRead', names: listNames(facets)});
	} catch (error) {
		if (!signal.aborted) {
			dispatch({type: 'noticed', text: `Names cannot be completed: ${error instanceof Error ? error.message : String(error)}`, isError: true});
		}
	}
}

function listNames({user, host, tags}: Facets): KnownNames {
	return {users: valuesOf(user), hosts: valuesOf(host), tags: valuesOf(tags)};
}

function valuesOf({values}: Facet): readonly string[] {
	return values.map(({value}) => value);
}
