import {parentPort, workerData} from 'node:worker_threads';
import {systemClock} from '../clock.ts';
import {openStore} from '../store/open-store.ts';
import {StoreError} from '../store/store-error.ts';
import {indexStore} from './index-store.ts';
import type {WorkerMessage, WorkerOrder} from './worker-message.ts';

// The entry of the worker thread: `startIndexing` gives the order and reads what is posted.
await work(workerData as WorkerOrder); // Only `startIndexing` starts this file.

async function work(order: WorkerOrder): Promise<void> {
	try {
		const sessions = await indexAddress(order);
		// Said once the store is closed: whoever hears it may move the file.
		say({type: 'done', sessions});
	} catch (error) {
		if (!(error instanceof StoreError)) {
			throw error;
		}

		say({type: 'storeFailed', message: error.message, isRetryable: error.isRetryable, failed: error.failed});
	}
}

async function indexAddress({address, isRebuild}: WorkerOrder): Promise<number> {
	const store = await openStore(address, {mode: 'write', clock: systemClock});
	try {
		if (isRebuild) {
			await store.dropIndex();
		}

		return await indexStore(store, {
			onProgress(progress) {
				say({type: 'progress', progress});
			},
		});
	} finally {
		await store.close();
	}
}

function say(message: WorkerMessage): void {
	parentPort?.postMessage(message);
}
