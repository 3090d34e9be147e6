import {Worker} from 'node:worker_threads';
import {StoreError} from '../store/store-error.ts';
import type {IndexProgress} from './index-store.ts';
import type {WorkerMessage, WorkerOrder} from './worker-message.ts';

export type IndexingOptions = WorkerOrder & {
	/** The worker's entry, beside the running program: where it lies depends on how that was bundled. */
	readonly worker: URL;
	readonly onProgress?: (progress: IndexProgress) => void;
};

/**
Index a store in a thread of its own, so that what is on the screen goes on.

@returns How many recordings were indexed.
@throws {StoreError} when the store fails; recordings indexed before that stay so.
*/
export async function startIndexing({worker: entry, onProgress, ...order}: IndexingOptions): Promise<number> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(entry, {workerData: order});
		worker.on('message', (message: WorkerMessage) => {
			switch (message.type) {
				case 'progress': {
					onProgress?.(message.progress);
					break;
				}

				case 'done': {
					resolve(message.sessions);
					break;
				}

				case 'storeFailed': {
					reject(new StoreError(message.message, {isRetryable: message.isRetryable}));
					break;
				}
			}
		});
		worker.on('error', reject);
		worker.on('exit', code => {
			reject(new Error(`the index worker ended with ${code} and said nothing`));
		});
	});
}
