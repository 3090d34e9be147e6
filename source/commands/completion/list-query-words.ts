import type {Facet, Facets} from '../../store/counts.ts';
import {StoreError} from '../../store/store-error.ts';
import {completeQuery} from '../../store/query/complete-query.ts';
import type {CompletionFacts} from '../../store/query/complete-query.ts';
import type {Store} from '../../store/store.ts';
import type {Context} from '../context.ts';
import {withStore} from '../with-store.ts';
import type {Answer} from './answer.ts';

const newest = 500; // One page: whoever has pressed Tab waits.
/** Counting the names of all recordings takes longer the more there are; those of the newest have to do then. */
const patienceMs = 200;

/** What the last word of a search may become: words of the language, and names of the newest recordings and of those with most. The language's words are offered without a store, too. */
export async function listQueryWords(typed: string, store: string, context: Context): Promise<readonly Answer[]> {
	const {from, candidates} = completeQuery(typed, typed.length, await readNames(store, context));
	return candidates.map(({text, help}) => [`${typed.slice(0, from)}${text}`, help]);
}

async function readNames(address: string, context: Context): Promise<CompletionFacts> {
	try {
		return await withStore(address, 'search', context, async store => {
			const [page, facets] = await Promise.all([
				store.listSessions({query: {type: 'all'}, sort: 'start', isDescending: true, limit: newest, offset: 0}),
				countInTime(store),
			]);
			return {
				users: listOnce([...page.sessions.map(({user}) => user), ...valuesOf(facets?.user)]),
				hosts: listOnce([...page.sessions.map(({host}) => host), ...valuesOf(facets?.host)]),
				tags: listOnce([...page.sessions.flatMap(({tags}) => tags), ...valuesOf(facets?.tags)]),
			};
		});
	} catch (error) {
		if (error instanceof StoreError) {
			context.stderr.write(`scribery: ${error.message}\n`);
			return {users: [], hosts: [], tags: []};
		}

		throw error;
	}
}

async function countInTime(store: Store): Promise<Facets | undefined> {
	const signal = AbortSignal.timeout(patienceMs);
	try {
		return await store.countFacets({query: {type: 'all'}, zone: 'UTC'}, {signal});
	} catch (error) {
		if (signal.aborted) {
			return undefined;
		}

		throw error;
	}
}

function valuesOf(facet: Facet | undefined): readonly string[] {
	return facet?.values.map(({value}) => value) ?? [];
}

function listOnce(names: readonly string[]): readonly string[] {
	return [...new Set(names)].filter(name => name !== '' && name !== '-').toSorted();
}
