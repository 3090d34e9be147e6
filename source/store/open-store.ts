import {UserError} from '../user-error.ts';
import type {OpenOptions, Store} from './store.ts';

/**
Open the store at an address. The engine is loaded only now: a command that needs none starts faster.

A path is an SQLite file.

@throws {UserError} when no engine answers to the address.
@throws {StoreError} when the store cannot be opened as asked.
*/
export async function openStore(address: string, options: OpenOptions): Promise<Store> {
	if (/^https?:\/\//iv.test(address)) {
		throw new UserError(`${address}: this scribery has no engine for stores on a server yet; name a file with --store`);
	}

	const {openSqliteStore} = await import('./sqlite/open.ts');
	return openSqliteStore(address, options);
}
