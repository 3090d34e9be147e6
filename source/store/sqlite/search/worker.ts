import {parentPort, workerData} from 'node:worker_threads';
import {StoreError} from '../../store-error.ts';
import {openConnection} from '../open.ts';
import {createLocalSearches} from './local-searches.ts';
import type {Searches} from './searches.ts';
import {partsAhead} from './worker-message.ts';
import type {Failure, SearchAnswer, SearchCall, SearchOrder} from './worker-message.ts';

// The entry of the thread that searches: `createWorkerSearches` gives the orders and reads what is posted.
type Running = {readonly abort: AbortController; untaken: number; resume: () => void};

const running = new Map<number, Running>();
let nowAt = 0;
let opening: Promise<Searches> | undefined;

parentPort?.on('message', (order: SearchOrder) => {
	switch (order.type) {
		case 'start': {
			nowAt = order.nowAt;
			void answer(order.id, order.call);
			break;
		}

		case 'taken': {
			const search = running.get(order.id);
			if (search !== undefined) {
				search.untaken--;
				search.resume();
			}

			break;
		}

		case 'cancel': {
			const search = running.get(order.id);
			search?.abort.abort();
			search?.resume();
			break;
		}
	}
});

async function answer(id: number, call: SearchCall): Promise<void> {
	const search: Running = {abort: new AbortController(), untaken: 0, resume: () => undefined};
	running.set(id, search);
	try {
		say({type: 'done', id, value: await run(id, call, search)});
	} catch (error) {
		say({type: 'failed', id, failure: toFailure(error)});
	} finally {
		running.delete(id);
	}
}

async function run(id: number, call: SearchCall, search: Running): Promise<unknown> {
	const searches = await getSearches();
	const {signal} = search.abort;
	switch (call.name) {
		case 'listSessions': {
			return searches.listSessions(call.request, {signal});
		}

		case 'countFacets': {
			return searches.countFacets(call.request, {signal});
		}

		case 'countStats': {
			return searches.countStats(call.request);
		}

		case 'findMoments': {
			for await (const value of searches.findMoments(call.request, {signal})) {
				signal.throwIfAborted();
				say({type: 'part', id, value});
				search.untaken++;
				await waitForReader(search);
			}

			return undefined;
		}
	}
}

/** One that could not be opened is opened anew for the next search: it may be back. */
async function getSearches(): Promise<Searches> {
	opening ??= openSearches();
	try {
		return await opening;
	} catch (error) {
		opening = undefined;
		throw error;
	}
}

async function openSearches(): Promise<Searches> {
	const {connection} = await openConnection(workerData as string, 'read'); // Only `createWorkerSearches` starts this file.
	return createLocalSearches(connection, {now: () => nowAt, elapsedMs: () => performance.now()});
}

async function waitForReader(search: Running): Promise<void> {
	while (search.untaken >= partsAhead && !search.abort.signal.aborted) {
		const {promise, resolve} = Promise.withResolvers<void>();
		search.resume = resolve;
		await promise;
	}

	search.abort.signal.throwIfAborted();
}

function toFailure(error: unknown): Failure {
	return error instanceof Error
		? {name: error.name, message: error.message, isRetryable: error instanceof StoreError && error.isRetryable}
		: {name: 'Error', message: String(error), isRetryable: false};
}

function say(message: SearchAnswer): void {
	parentPort?.postMessage(message);
}
