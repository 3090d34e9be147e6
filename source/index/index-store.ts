import type {SessionKey, Store} from '../store/store.ts';
import {indexVersion} from '../store/index-version.ts';
import {StoreError} from '../store/store-error.ts';
import {createIndexFailures} from './index-failures.ts';
import {indexSession} from './index-session.ts';

const bytesPerTurn = 128 * 1024; // Some ten milliseconds of work.

export type IndexProgress = {
	/** The recording being indexed, or just indexed. */
	readonly key: SessionKey;
	readonly sessionsDone: number;
	readonly sessions: number;
	/** Bytes of stored lines, of all the recordings to index. */
	readonly bytesDone: number;
	readonly bytes: number;
};

export type IndexStoreOptions = {
	readonly onProgress?: (progress: IndexProgress) => void;
};

/**
Index all recordings of a store that have messages newer than their index, or an index of another version.

@returns How many were indexed.
@throws {StoreError} when the store cannot be read or written; recordings indexed before that stay so. At the end when a recording is damaged; all others are indexed.
*/
export async function indexStore(store: Store, {onProgress}: IndexStoreOptions = {}): Promise<number> {
	const keys = await store.listUnindexed(indexVersion);
	const count = createCount(keys.length, await countBytes(store, keys), onProgress);
	const failures = createIndexFailures();
	for (const key of keys) {
		try {
			await indexOnce(store, key, sizeBytes => {
				count.addMessage(key, sizeBytes);
			});
		} catch (error) {
			if (!failures.take(key, error)) {
				throw error;
			}
		}

		count.addSession(key);
	}

	failures.throwFirst();
	return keys.length;
}

/** Where another process indexed the same recording meanwhile, the second try finds it done or is alone. */
async function indexOnce(store: Store, key: SessionKey, onMessage: (sizeBytes: number) => void): Promise<void> {
	try {
		await indexSession(store, key, {onMessage});
	} catch (error) {
		if (!(error instanceof StoreError && error.isRetryable)) {
			throw error;
		}

		await indexSession(store, key);
	}
}

type Count = {
	readonly addMessage: (key: SessionKey, sizeBytes: number) => void;
	readonly addSession: (key: SessionKey) => void;
};

function createCount(sessions: number, bytes: number, onProgress: IndexStoreOptions['onProgress']): Count {
	let sessionsDone = 0;
	let bytesDone = 0;
	let toldBytes = 0;

	function tell(key: SessionKey): void {
		toldBytes = bytesDone;
		onProgress?.({key, sessionsDone, sessions, bytesDone, bytes});
	}

	return {
		addMessage(key, sizeBytes) {
			bytesDone += sizeBytes;
			if (bytesDone - toldBytes >= bytesPerTurn) {
				tell(key);
			}
		},
		addSession(key) {
			sessionsDone++;
			tell(key);
		},
	};
}

async function countBytes(store: Store, keys: readonly SessionKey[]): Promise<number> {
	let bytes = 0;
	for (const key of keys) {
		const session = await store.getSession(key);
		bytes += session?.sizeBytes ?? 0;
	}

	return bytes;
}
