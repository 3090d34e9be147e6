import type {StoreError} from '../store/store-error.ts';
import type {IndexProgress} from './index-store.ts';

/** What the worker is given. */
export type WorkerOrder = {
	/** Of the store. */
	readonly address: string;
	/** Drop what is indexed first. */
	readonly isRebuild: boolean;
};

/** What the worker says. */
export type WorkerMessage =
	| {readonly type: 'progress'; readonly progress: IndexProgress}
	| {readonly type: 'done'; readonly sessions: number}
	/** The store failed: an error of a class of ours would arrive as a plain one. */
	| {readonly type: 'storeFailed'; readonly message: string; readonly isRetryable: boolean; readonly failed: StoreError['failed']};
