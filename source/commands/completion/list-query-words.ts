import {StoreError} from '../../store/store-error.ts';
import {completeQuery} from '../../store/query/complete-query.ts';
import type {CompletionFacts} from '../../store/query/complete-query.ts';
import type {Context} from '../context.ts';
import {withStore} from '../with-store.ts';
import type {Answer} from './answer.ts';

const newest = 500; // One page: whoever has pressed Tab waits.

/** What the last word of a search may become: words of the language, and names of the newest recordings. Those words are offered without a store, too. */
export async function listQueryWords(typed: string, store: string, context: Context): Promise<readonly Answer[]> {
	const {from, candidates} = completeQuery(typed, typed.length, await readNames(store, context));
	return candidates.map(({text, help}) => [`${typed.slice(0, from)}${text}`, help]);
}

async function readNames(store: string, context: Context): Promise<CompletionFacts> {
	try {
		const {sessions} = await withStore(store, 'read', context, async opened => opened.listSessions({query: {type: 'all'}, sort: 'start', isDescending: true, limit: newest, offset: 0}));
		return {
			users: listOnce(sessions.map(({user}) => user)),
			hosts: listOnce(sessions.map(({host}) => host)),
			tags: listOnce(sessions.flatMap(({tags}) => tags)),
		};
	} catch (error) {
		if (error instanceof StoreError) {
			context.stderr.write(`scribery: ${error.message}\n`);
			return {users: [], hosts: [], tags: []};
		}

		throw error;
	}
}

function listOnce(names: readonly string[]): readonly string[] {
	return [...new Set(names)].filter(name => name !== '' && name !== '-').toSorted();
}
