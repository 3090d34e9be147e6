import {indexVersion} from '../store/index-version.ts';
import type {SessionKey, Store} from '../store/store.ts';
import {StoreError} from '../store/store-error.ts';
import {indexSession} from './index-session.ts';

const bytesPerTurn = 128 * 1024; // Some ten milliseconds of work.

export type IndexListeners = {
	/** Work done since the last call: on the recording `key`, and how many ended. */
	readonly onWork: (key: SessionKey, work: {readonly sessions: number; readonly bytes: number}) => void;
	/** What the store holds of a recording is damaged, or other processes are at it all the time; the others can be indexed. */
	readonly onFailed: (key: SessionKey, error: StoreError) => void;
};

/** Each failed one means that another process ended a pass over the same recording. */
const mostTries = 5;

/** Recordings under way at once: what they write ends in one transaction, which takes a quarter less of the processor. */
const atOnce = 16;

/**
Index recordings, some at a time.

@throws {StoreError} when the store cannot be read or written; recordings indexed before that stay so.
*/
export async function indexRecordings(store: Store, keys: Iterable<SessionKey>, listeners: IndexListeners): Promise<void> {
	const shared = shareOut(keys);
	const running = Array.from({length: atOnce}, async () => {
		// Whoever fails ends the list for all.
		for (const key of shared) {
			await indexRecording(store, key, listeners);
		}
	});
	await Promise.allSettled(running); // The caller may close the store then.
	await Promise.all(running);
}

function * shareOut(keys: Iterable<SessionKey>): Generator<SessionKey> {
	yield * keys;
}

async function indexRecording(store: Store, key: SessionKey, {onWork, onFailed}: IndexListeners): Promise<void> {
	let bytes = 0;
	const onMessage = (sizeBytes: number): void => {
		bytes += sizeBytes;
		if (!(bytes >= bytesPerTurn)) {
			return;
		}

		onWork(key, {sessions: 0, bytes});
		bytes = 0;
	};

	try {
		await indexOnce(store, key, onMessage);
	} catch (error) {
		if (!(error instanceof StoreError && error.failed === 'recording')) {
			throw error;
		}

		onFailed(key, error);
	}

	onWork(key, {sessions: 1, bytes});
}

/** Where other processes index the same recording, too, the one that ends first wins: what it has done is not done again. */
async function indexOnce(store: Store, key: SessionKey, onMessage: (sizeBytes: number) => void): Promise<void> {
	for (let tries = 1; ; tries++) {
		try {
			// Bytes are counted once, however often they are read.
			await indexSession(store, key, tries === 1 ? {onMessage} : {});
			return;
		} catch (error) {
			if (!(error instanceof StoreError && error.failed === 'pass')) {
				throw error;
			}

			if (await isIndexed(store, key)) {
				return;
			}

			if (tries === mostTries) {
				throw new StoreError(error.message, {cause: error, isRetryable: true, failed: 'recording'});
			}
		}
	}
}

async function isIndexed(store: Store, {host, rec}: SessionKey): Promise<boolean> {
	const keys = await store.listUnindexed(indexVersion);
	return keys.every(key => !(key.host === host && key.rec === rec));
}
