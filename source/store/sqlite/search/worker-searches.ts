import {Worker} from 'node:worker_threads';
import type {Clock} from '../../../clock.ts';
import type {Facets, StatsRow} from '../../counts.ts';
import type {MomentsPart, MomentsRequest} from '../../moments.ts';
import {StoreError} from '../../store-error.ts';
import type {SessionPage} from '../../store.ts';
import {CostlyPattern} from '../../query/run-capped.ts';
import type {Searches} from './searches.ts';
import type {Failure, SearchAnswer, SearchCall, SearchOrder} from './worker-message.ts';

type Waiting = {
	readonly onPart: (value: unknown) => void;
	readonly onDone: (value: unknown) => void;
	readonly onFailed: (error: Error) => void;
};

/** Searches in a thread of their own, which is started by the first one and again after it died. */
export type WorkerSearches = Searches & {readonly close: () => Promise<void>};

/**
Answer searches in a thread.

@param entry - of the thread, where the running program has it.
@param file - the store.
@param clock - what is live depends on it.
*/
export function createWorkerSearches(entry: URL, file: string, clock: Clock): WorkerSearches {
	const waiting = new Map<number, Waiting>();
	let worker: Worker | undefined;
	let lastId = 0;

	function startWorker(): Worker {
		const started = new Worker(entry, {workerData: file});
		started.unref();
		started.on('message', (answer: SearchAnswer) => {
			take(answer);
		});
		started.on('error', error => {
			fail(new StoreError(`${file}: the search thread failed: ${error instanceof Error ? error.message : String(error)}; search again`, {cause: error, isRetryable: true}));
		});
		started.on('exit', () => {
			worker = worker === started ? undefined : worker;
			fail(new StoreError(`${file}: the search thread ended in the middle; search again`, {isRetryable: true}));
		});
		return started;
	}

	function take(answer: SearchAnswer): void {
		const search = waiting.get(answer.id);
		if (answer.type === 'part') {
			search?.onPart(answer.value);
			return;
		}

		forget(answer.id);
		if (answer.type === 'done') {
			search?.onDone(answer.value);
		} else {
			search?.onFailed(toError(answer.failure));
		}
	}

	function fail(error: Error): void {
		for (const [id, search] of waiting) {
			forget(id);
			search.onFailed(error);
		}
	}

	/** The thread keeps the program alive only while somebody waits for it. */
	function forget(id: number): void {
		waiting.delete(id);
		if (waiting.size === 0) {
			worker?.unref();
		}
	}

	function start(call: SearchCall, search: Waiting): number {
		worker ??= startWorker();
		worker.ref();
		const id = ++lastId;
		waiting.set(id, search);
		send({type: 'start', id, nowAt: clock.now(), call});
		return id;
	}

	function send(order: SearchOrder): void {
		worker?.postMessage(order);
	}

	async function ask(call: SearchCall, signal?: AbortSignal): Promise<unknown> {
		signal?.throwIfAborted();
		const {promise, resolve, reject} = Promise.withResolvers<unknown>();
		const id = start(call, {onPart: () => undefined, onDone: resolve, onFailed: reject});
		const cancel = (): void => {
			send({type: 'cancel', id});
			forget(id);
			reject(signal?.reason);
		};

		signal?.addEventListener('abort', cancel);
		try {
			return await promise;
		} finally {
			signal?.removeEventListener('abort', cancel);
		}
	}

	async function * findMoments(request: MomentsRequest, {signal}: {readonly signal?: AbortSignal} = {}): AsyncGenerator<MomentsPart> {
		signal?.throwIfAborted();
		const parts: MomentsPart[] = [];
		let end: {readonly error?: Error} | undefined;
		let wake: () => void = () => undefined;
		const id = start({name: 'findMoments', request}, {
			onPart(value) {
				parts.push(value as MomentsPart); // What the thread's own findMoments gave.
				wake();
			},
			onDone() {
				end = {};
				wake();
			},
			onFailed(error) {
				end = {error};
				wake();
			},
		});
		const cancel = (): void => {
			send({type: 'cancel', id});
			wake();
		};

		signal?.addEventListener('abort', cancel);
		try {
			for (;;) {
				signal?.throwIfAborted();
				const part = parts.shift();
				if (part !== undefined) {
					send({type: 'taken', id});
					yield part;
				} else if (end === undefined) {
					const {promise, resolve} = Promise.withResolvers<void>();
					wake = resolve;
					await promise;
				} else if (end.error === undefined) {
					return;
				} else {
					throw end.error;
				}
			}
		} finally {
			signal?.removeEventListener('abort', cancel);
			send({type: 'cancel', id});
			forget(id);
		}
	}

	return {
		// What comes back is what these functions gave in the thread.
		listSessions: async (request, {signal} = {}) => await ask({name: 'listSessions', request}, signal) as SessionPage,
		countFacets: async (request, {signal} = {}) => await ask({name: 'countFacets', request}, signal) as Facets,
		countStats: async request => await ask({name: 'countStats', request}) as readonly StatsRow[],
		findMoments,
		async close() {
			const last = worker;
			worker = undefined;
			await last?.terminate();
		},
	};
}

function toError({name, message, isRetryable}: Failure): Error {
	if (name === 'CostlyPattern') {
		return new CostlyPattern(message);
	}

	return name === 'StoreError' ? new StoreError(message, {isRetryable}) : new Error(`the search thread failed: ${name}: ${message}`);
}
