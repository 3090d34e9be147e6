import {setImmediate as nextTurn} from 'node:timers/promises';

const workMs = 10; // Less than a frame: keys and other answers do not wait for a search.

/** See `SearchContext.breathe`. */
export function createBreath(signal?: AbortSignal): () => Promise<void> {
	let startedAt = performance.now();
	return async () => {
		signal?.throwIfAborted();
		if (performance.now() - startedAt < workMs) {
			return;
		}

		await nextTurn();
		signal?.throwIfAborted();
		startedAt = performance.now();
	};
}
