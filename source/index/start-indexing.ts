import {Worker} from 'node:worker_threads';
import {StoreError} from '../store/store-error.ts';
import {createIndexCount} from './index-count.ts';
import type {IndexCount, IndexProgress} from './index-count.ts';
import {createIndexFailures} from './index-failures.ts';
import type {WorkerMessage, WorkerOrder} from './worker-message.ts';

/** More wait for each other to write. */
const mostWorkers = 4;

export type IndexingOptions = Pick<WorkerOrder, 'address' | 'isRebuild'> & {
	/** The worker's entry, beside the running program: where it lies depends on how that was bundled. */
	readonly worker: URL;
	readonly onProgress?: (progress: IndexProgress) => void;
	/** Stops the work at once, in the middle of a recording too; recordings indexed before that stay so. */
	readonly signal?: AbortSignal;
};

/**
Index a store in threads of their own, one a processor, so that what is on the screen goes on.

@returns How many recordings were indexed.
@throws {StoreError} when the store fails; recordings indexed before that stay so. With the signal's reason when it is aborted.
*/
export async function startIndexing({worker: entry, onProgress, signal, address, isRebuild}: IndexingOptions): Promise<number> {
	signal?.throwIfAborted();
	const failures = createIndexFailures();
	const taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
	const {promise, resolve, reject} = Promise.withResolvers<number>();
	const workers = new Set<Worker>();
	let sessions = 0;
	let count: IndexCount | undefined;

	function start(keys: WorkerOrder['keys']): void {
		const order: WorkerOrder = {address, isRebuild, keys, taken};
		const worker = new Worker(entry, {workerData: order});
		workers.add(worker);
		worker.on('message', (message: WorkerMessage) => {
			hear(worker, message);
		});
		worker.on('error', reject);
		worker.on('exit', code => {
			if (workers.has(worker)) {
				reject(new Error(`an index worker ended with ${code} and said nothing`));
			}
		});
	}

	function hear(worker: Worker, message: WorkerMessage): void {
		switch (message.type) {
			case 'listed': {
				sessions = message.keys.length;
				count = createIndexCount({sessions, bytes: message.bytes}, onProgress);
				for (let more = 1; more < Math.min(sessions, mostWorkers, navigator.hardwareConcurrency); more++) {
					start(message.keys);
				}

				break;
			}

			case 'worked': {
				count?.(message.key, message);
				break;
			}

			case 'failed': {
				const error = new StoreError(message.message, {isRetryable: message.isRetryable, failed: message.failed});
				if (message.key === undefined || !failures.take(message.key, error)) {
					reject(error);
				}

				break;
			}

			case 'done': {
				workers.delete(worker);
				if (workers.size === 0) {
					resolve(sessions);
				}

				break;
			}
		}
	}

	const stop = (): void => {
		reject(signal?.reason);
	};

	signal?.addEventListener('abort', stop);
	try {
		start(undefined);
		await promise;
	} finally {
		signal?.removeEventListener('abort', stop);
		await Promise.all([...workers].map(async worker => worker.terminate()));
	}

	failures.throwFirst();
	return sessions;
}
