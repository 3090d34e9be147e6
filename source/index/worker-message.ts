import type {StoreError} from '../store/store-error.ts';
import type {SessionKey} from '../store/store.ts';

/** What a worker is given. */
export type WorkerOrder = {
	/** Of the store. */
	readonly address: string;
	/** Drop what is indexed first. */
	readonly isRebuild: boolean;
	/** What the first worker has listed; it gets none. */
	readonly keys: readonly SessionKey[] | undefined;
	/** One 32-bit number that all workers count up: how many recordings they have taken from the list. */
	readonly taken: SharedArrayBuffer;
};

/** What a worker says. */
export type WorkerMessage =
	| {readonly type: 'listed'; readonly keys: readonly SessionKey[]; readonly bytes: number}
	/** Since the message before. */
	| {readonly type: 'worked'; readonly key: SessionKey; readonly sessions: number; readonly bytes: number}
	/** The store failed: an error of a class of ours would arrive as a plain one. With a key, only that recording did. */
	| {readonly type: 'failed'; readonly key: SessionKey | undefined; readonly message: string; readonly isRetryable: boolean; readonly failed: StoreError['failed']}
	| {readonly type: 'done'};
