import {Worker} from 'node:worker_threads';
import {StoreError} from '../store/store-error.ts';
import type {IndexProgress} from './index-store.ts';
import type {WorkerMessage, WorkerOrder} from './worker-message.ts';

export type IndexingOptions = WorkerOrder & {
	/** The worker's entry, beside the running program: where it lies depends on how that was bundled. */
	readonly worker: URL;
	readonly onProgress?: (progress: IndexProgress) => void;
	/** Stops the work at once, in the middle of a recording too; recordings indexed before that stay so. */
	readonly signal?: AbortSignal;
};

/**
Index a store in a thread of its own, so that what is on the screen goes on.

@returns How many recordings were indexed.
@throws {StoreError} when the store fails; recordings indexed before that stay so. With the signal's reason when it is aborted.
*/
export async function startIndexing({worker: entry, onProgress, signal, ...order}: IndexingOptions): Promise<number> {
	signal?.throwIfAborted();
	return new Promise((resolve, reject) => {
		const worker = new Worker(entry, {workerData: order});
		const stop = (): void => {
			reject(signal?.reason); // eslint-disable-line @typescript-eslint/prefer-promise-reject-errors -- What `throwIfAborted` throws.
			void worker.terminate();
		};

		signal?.addEventListener('abort', stop);
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
					reject(new StoreError(message.message, {isRetryable: message.isRetryable, failed: message.failed}));
					break;
				}
			}
		});
		worker.on('error', reject);
		worker.on('exit', code => {
			signal?.removeEventListener('abort', stop);
			reject(new Error(`the index worker ended with ${code} and said nothing`));
		});
	});
}
