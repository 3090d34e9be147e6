import type {Clock} from '../clock.ts';
import {indexVersion} from '../store/index-version.ts';
import {StoreError} from '../store/store-error.ts';
import type {SessionKey, Store} from '../store/store.ts';
import {createIndexFailures} from './index-failures.ts';
import {createSessionIndexer} from './session-indexer.ts';
import type {SessionIndexer} from './session-indexer.ts';

const pauseMs = 250; // Half of what a watcher notices.
const pausesPerWork = 9; // At most a tenth of a core, however large a recording's marks have grown.
const mostPauseMs = 5000;
const mostKept = 16; // Terminals kept in memory, a few MB each; a recording without one is read from its start again.
const firstYieldMs = 10_000; // Another process indexes the recording: it shall have it.
const mostYieldMs = 600_000;

export type FollowOptions = {
	readonly clock: Clock;
	/** Ends the following, after one more look at what has come. */
	readonly signal: AbortSignal;
	/** Follow only this recording, until it has ended. */
	readonly key?: SessionKey;
	/** A recording's index is up to date. */
	readonly onIndexed?: (key: SessionKey) => void;
	/** A recording is damaged; it is left out from now on. */
	readonly onFailed?: (key: SessionKey, error: StoreError) => void;
};

/**
Keep a store's recordings indexed while they grow.

May be ended at any instant, by `kill -9` too: what a run has not finished is not in the store.

@throws {StoreError} when the store fails; at the end when a recording was damaged.
*/
export async function followStore(store: Store, {clock, signal, key, onIndexed, onFailed}: FollowOptions): Promise<void> {
	const kept = createKeptIndexers(store);
	const yielded = new Map<string, {readonly untilMs: number; readonly forMs: number}>();
	const failures = createIndexFailures();
	let seenRevision = -1;

	/** False when something is left to do. */
	async function isIndexed(each: SessionKey): Promise<boolean> {
		const name = nameOf(each);
		if (failures.has(each)) {
			return true;
		}

		const earlier = yielded.get(name);
		if (earlier !== undefined && clock.elapsedMs() < earlier.untilMs) {
			return false;
		}

		try {
			await kept.take(each).run();
		} catch (error) {
			if (failures.take(each, error)) {
				kept.drop(each);
				onFailed?.(each, error);
				return true;
			}

			if (!(error instanceof StoreError && error.isRetryable)) {
				throw error;
			}

			if (error.failed !== 'pass') {
				return false; // The store is busy: soon again.
			}

			const forMs = Math.min(mostYieldMs, earlier === undefined ? firstYieldMs : earlier.forMs * 2);
			yielded.set(name, {forMs, untilMs: clock.elapsedMs() + forMs});
			kept.drop(each);
			return false;
		}

		onIndexed?.(each);
		const session = await store.getSession(each);
		if (session?.state !== 'live') {
			kept.drop(each);
			yielded.delete(name);
		}

		return true;
	}

	async function indexAll(): Promise<void> {
		const revision = await store.getRevision();
		if (revision === seenRevision) {
			return;
		}

		let isDone = true;
		for (const each of await store.listUnindexed(indexVersion)) {
			if (key === undefined || nameOf(each) === nameOf(key)) {
				isDone = await isIndexed(each) && isDone;
			}
		}

		seenRevision = isDone ? revision : -1;
	}

	try {
		for (;;) {
			const isLast = signal.aborted || (key !== undefined && await hasEnded(store, key));
			const startMs = clock.elapsedMs();
			await indexAll();
			if (isLast) {
				failures.throwFirst();
				return;
			}

			await wait(Math.min(mostPauseMs, Math.max(pauseMs, (clock.elapsedMs() - startMs) * pausesPerWork)), signal);
		}
	} finally {
		kept.close();
	}
}

type KeptIndexers = {
	readonly take: (key: SessionKey) => SessionIndexer;
	readonly drop: (key: SessionKey) => void;
	readonly close: () => void;
};

/** Those used last. */
function createKeptIndexers(store: Store): KeptIndexers {
	const indexers = new Map<string, SessionIndexer>();

	function dropName(name: string): void {
		indexers.get(name)?.close();
		indexers.delete(name);
	}

	return {
		take(key) {
			const name = nameOf(key);
			const indexer = indexers.get(name) ?? createSessionIndexer(store, key);
			indexers.delete(name);
			indexers.set(name, indexer);
			for (const oldest of indexers.keys().take(Math.max(0, indexers.size - mostKept))) {
				dropName(oldest);
			}

			return indexer;
		},
		drop(key) {
			dropName(nameOf(key));
		},
		close() {
			for (const name of indexers.keys()) {
				dropName(name);
			}
		},
	};
}

async function hasEnded(store: Store, key: SessionKey): Promise<boolean> {
	const session = await store.getSession(key);
	return session !== undefined && session.state !== 'live';
}

async function wait(durationMs: number, signal: AbortSignal): Promise<void> {
	if (signal.aborted) {
		return;
	}

	await new Promise<void>(resolve => {
		const timer = setTimeout(end, durationMs);
		function end(): void {
			clearTimeout(timer);
			signal.removeEventListener('abort', end);
			resolve();
		}

		signal.addEventListener('abort', end);
	});
}

function nameOf({host, rec}: SessionKey): string {
	return `${host}\0${rec}`;
}
