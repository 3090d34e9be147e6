import {openStore} from '../store/open-store.ts';
import type {Store} from '../store/store.ts';
import type {Context} from './context.ts';

/**
Open a store, use it, close it whatever happens.

@param address - as `findStoreAddress` gives it.
@param mode - `create` makes a missing store.
@param context - for the clock.
@param use - gets the open store.
@throws {StoreError} when it cannot be opened, and what `use` throws.
*/
export async function withStore<Result>(address: string, mode: 'read' | 'write' | 'create', context: Context, use: (store: Store) => Promise<Result>): Promise<Result> {
	const store = await openStore(address, {mode, clock: context.clock});
	try {
		return await use(store);
	} finally {
		await store.close();
	}
}
