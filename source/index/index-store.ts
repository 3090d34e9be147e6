import type {SessionKey, Store} from '../store/store.ts';
import {indexSession} from './index-session.ts';
import {indexVersion} from './index-version.ts';

const messagesPerTurn = 64; // A few milliseconds of work.

export type IndexProgress = {
	/** The recording being indexed, or just indexed. */
	readonly key: SessionKey;
	readonly sessionsDone: number;
	readonly sessions: number;
	/** Of all the recordings to index. */
	readonly messagesDone: number;
	readonly messages: number;
};

export type IndexStoreOptions = {
	readonly onProgress?: (progress: IndexProgress) => void;
};

/**
Index all recordings of a store that have messages newer than their index, or an index of another version.

@returns How many were indexed.
@throws {StoreError} when the store cannot be read or written; recordings indexed before that stay so.
*/
export async function indexStore(store: Store, {onProgress}: IndexStoreOptions = {}): Promise<number> {
	const keys = await store.listUnindexed(indexVersion);
	const count = createCount(keys.length, await countMessages(store, keys), onProgress);
	for (const key of keys) {
		await store.putIndex(key, await indexSession(store, key, {onMessage() {
			count.addMessage(key);
		}}));
		count.addSession(key);
	}

	return keys.length;
}

function createCount(sessions: number, messages: number, onProgress: IndexStoreOptions['onProgress']): {readonly addMessage: (key: SessionKey) => void; readonly addSession: (key: SessionKey) => void} {
	let sessionsDone = 0;
	let messagesDone = 0;

	function tell(key: SessionKey): void {
		onProgress?.({key, sessionsDone, sessions, messagesDone, messages});
	}

	return {
		addMessage(key) {
			messagesDone++;
			if (messagesDone % messagesPerTurn === 0) {
				tell(key);
			}
		},
		addSession(key) {
			sessionsDone++;
			tell(key);
		},
	};
}

async function countMessages(store: Store, keys: readonly SessionKey[]): Promise<number> {
	let messages = 0;
	for (const key of keys) {
		const session = await store.getSession(key);
		messages += session?.messages ?? 0;
	}

	return messages;
}
