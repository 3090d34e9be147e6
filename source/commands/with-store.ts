import {openStore} from '../store/open-store.ts';
import type {OpenMode, Store} from '../store/store.ts';
import type {Context} from './context.ts';

/**
Open a store, use it, close it whatever happens.

@param address - as `findStoreAddress` gives it.
@param mode - `create` makes a missing store; `search` reads, and what may take long is answered in a thread: signals and timers are heard meanwhile.
@param context - for the clock.
@param use - gets the open store.
@throws {StoreError} when it cannot be opened, and what `use` throws.
*/
export async function withStore<Result>(address: string, mode: OpenMode | 'search', context: Context, use: (store: Store) => Promise<Result>): Promise<Result> {
	const {clock, queryWorker} = context;
	const store = await openStore(address, mode === 'search' ? {mode: 'read', clock, queryWorker} : {mode, clock});
	try {
		return await use(store);
	} finally {
		await store.close();
	}
}
