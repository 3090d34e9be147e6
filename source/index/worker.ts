import {parentPort, workerData} from 'node:worker_threads';
import {systemClock} from '../clock.ts';
import {openStore} from '../store/open-store.ts';
import {StoreError} from '../store/store-error.ts';
import {indexStore} from './index-store.ts';
import type {WorkerMessage, WorkerOrder} from './worker-message.ts';

// The entry of the worker thread: `startIndexing` gives the order and reads what is posted.
await work(workerData as WorkerOrder); // Only `startIndexing` starts this file.

async function work({address, isRebuild}: WorkerOrder): Promise<void> {
	try {
		const store = await openStore(address, {mode: 'write', clock: systemClock});
		try {
			if (isRebuild) {
				await store.dropIndex();
			}

			const sessions = await indexStore(store, {
				onProgress(progress) {
					say({type: 'progress', progress});
				},
			});
			say({type: 'done', sessions});
		} finally {
			await store.close();
		}
	} catch (error) {
		if (!(error instanceof StoreError)) {
			throw error;
		}

		say({type: 'storeFailed', message: error.message, isRetryable: error.isRetryable});
	}
}

function say(message: WorkerMessage): void {
	parentPort?.postMessage(message);
}
