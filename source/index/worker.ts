import {parentPort, workerData} from 'node:worker_threads';
import {systemClock} from '../clock.ts';
import {indexVersion} from '../store/index-version.ts';
import {openStore} from '../store/open-store.ts';
import {StoreError} from '../store/store-error.ts';
import type {SessionKey, Store} from '../store/store.ts';
import {countBytes} from './index-count.ts';
import {indexRecordings} from './index-recordings.ts';
import type {WorkerMessage, WorkerOrder} from './worker-message.ts';

// The entry of a worker thread: `startIndexing` gives the order and reads what is posted.
await work(workerData as WorkerOrder); // Only `startIndexing` starts this file.

async function work(order: WorkerOrder): Promise<void> {
	try {
		await indexShare(order);
		// Said once the store is closed: whoever hears it may move the file.
		say({type: 'done'});
	} catch (error) {
		if (!(error instanceof StoreError)) {
			throw error;
		}

		sayFailed(undefined, error);
	}
}

async function indexShare({address, isRebuild, keys, taken}: WorkerOrder): Promise<void> {
	const store = await openStore(address, {mode: 'write', clock: systemClock});
	try {
		await indexRecordings(store, takeEach(keys ?? await list(store, isRebuild), new Int32Array(taken)), {
			onWork(key, {sessions, bytes}) {
				say({type: 'worked', key, sessions, bytes});
			},
			onFailed: sayFailed,
		});
	} finally {
		await store.close();
	}
}

async function list(store: Store, isRebuild: boolean): Promise<readonly SessionKey[]> {
	if (isRebuild) {
		await store.dropIndex();
	}

	const keys = await store.listUnindexed(indexVersion);
	say({type: 'listed', keys, bytes: await countBytes(store, keys)});
	return keys;
}

/** Those that no other worker takes. */
function * takeEach(keys: readonly SessionKey[], taken: Int32Array<SharedArrayBuffer>): Iterable<SessionKey> {
	for (;;) {
		const key = keys[Atomics.add(taken, 0, 1)];
		if (key === undefined) {
			return;
		}

		yield key;
	}
}

function sayFailed(key: SessionKey | undefined, {message, isRetryable, failed}: StoreError): void {
	say({type: 'failed', key, message, isRetryable, failed});
}

function say(message: WorkerMessage): void {
	parentPort?.postMessage(message);
}
