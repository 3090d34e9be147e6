import type {SessionIndex, SessionKey, Store} from '../store/store.ts';
import {createSessionIndexer} from './session-indexer.ts';

export type IndexSessionOptions = {
	/** Called after each message, with the bytes of its line. */
	readonly onMessage?: (sizeBytes: number) => void;
};

/**
Derive all that the index holds of one recording, in one pass over its messages, and put it into the store.

Memory depends on the recording's length in time and output only through its activity spans (one a second at most) and keyframes (bounded).

@returns The marks and keyframes of what was there when the pass ended; `summary.indexedId` tells how far that is.
@throws {StoreError} when the store fails; what was indexed before stays.
*/
export async function indexSession(store: Store, key: SessionKey, {onMessage}: IndexSessionOptions = {}): Promise<SessionIndex> {
	const indexer = createSessionIndexer(store, key);
	try {
		return await indexer.run(onMessage);
	} finally {
		indexer.close();
	}
}
