import {logAccess} from '../access/log-access.ts';
import {isAboutContent} from '../store/query/is-about-content.ts';
import type {Query} from '../store/query/query.ts';
import type {Store} from '../store/store.ts';
import type {Context} from './context.ts';

/** What the words of a command say, and what they were. */
export type Listing = {
	readonly query: Query;
	readonly words: readonly string[];
	readonly view: string | undefined;
};

/**
Write down a listing by what recordings hold: which sessions are in it tells as much as a search. Names, times and sizes are not content. Await it before the first byte is shown.

@throws {StoreError} when it cannot be written.
*/
export async function logListing(store: Store, {query, words, view}: Listing, context: Context): Promise<void> {
	if (isAboutContent(query)) {
		await logAccess(store, {action: 'list', what: words.join(' '), detail: view === undefined ? '' : `within the view ${view}`}, context);
	}
}
