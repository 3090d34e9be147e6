import type {Store} from '../store/store.ts';
import {indexVersion} from '../store/index-version.ts';
import {countBytes, createIndexCount} from './index-count.ts';
import type {IndexProgress} from './index-count.ts';
import {createIndexFailures} from './index-failures.ts';
import {indexRecordings} from './index-recordings.ts';

export type IndexStoreOptions = {
	readonly onProgress?: (progress: IndexProgress) => void;
};

/**
Index all recordings of a store that have messages newer than their index, or an index of another version, in this thread.

@returns How many were indexed.
@throws {StoreError} when the store cannot be read or written; recordings indexed before that stay so. At the end when a recording is damaged; all others are indexed.
*/
export async function indexStore(store: Store, {onProgress}: IndexStoreOptions = {}): Promise<number> {
	const keys = await store.listUnindexed(indexVersion);
	const failures = createIndexFailures();
	await indexRecordings(store, keys, {
		onWork: createIndexCount({sessions: keys.length, bytes: await countBytes(store, keys)}, onProgress),
		onFailed(key, error) {
			failures.take(key, error);
		},
	});
	failures.throwFirst();
	return keys.length;
}
