import {Buffer} from 'node:buffer';
import type {IndexWriter} from '../store/index-writer.ts';
import type {SessionIndex, SessionKey, Store} from '../store/store.ts';
import {StoreError} from '../store/store-error.ts';
import {Derivation} from './derivation.ts';

/** Indexes one recording again and again while it grows: each run reads only what is new. */
export type SessionIndexer = {
	/**
	Bring the index up to what the store holds now.

	@param onMessage - called after each message, with the bytes of its line.
	@returns The marks as written, with the keyframes of this run.
	@throws {StoreError} when the store fails, or another process indexed the recording meanwhile; the next run starts from the recording's beginning.
	*/
	readonly run: (onMessage?: (sizeBytes: number) => void) => Promise<SessionIndex>;
	readonly close: () => void;
};

/** Index a recording; the terminal's state is kept between runs. */
export function createSessionIndexer(store: Store, key: SessionKey): SessionIndexer {
	let derivation: Derivation | undefined;
	let writer: IndexWriter | undefined;

	/** What this process has read must be what the store's index has read, too: else someone else was there, or a message came late. */
	async function start(): Promise<{readonly present: Derivation; readonly into: IndexWriter}> {
		if (derivation !== undefined) {
			const continued = await store.startIndex(key, {isContinued: true});
			if (continued.indexedId === derivation.lastId) {
				return {present: derivation, into: continued};
			}

			await continued.drop();
			close();
		}

		const into = await store.startIndex(key, {isContinued: false});
		derivation = new Derivation(async lines => writer?.add(lines));
		return {present: derivation, into};
	}

	function close(): void {
		derivation?.close();
		derivation = undefined;
	}

	return {
		async run(onMessage) {
			const {present, into} = await start();
			writer = into;
			try {
				for await (const message of store.readMessages(key, present.lastId === 0 ? undefined : present.lastId + 1)) {
					await present.add(message);
					onMessage?.(Buffer.byteLength(message.text));
				}

				const {index, standing} = await present.take();
				await into.finish(index, standing);
				return index;
			} catch (error) {
				close();
				await dropQuietly(into);
				throw error;
			}
		},
		close,
	};
}

/** The caller is told why the pass failed. Where what it wrote cannot be removed either, nobody sees it: the next pass that is finished removes it. */
async function dropQuietly(into: IndexWriter): Promise<void> {
	try {
		await into.drop();
	} catch (error) {
		if (!(error instanceof StoreError)) {
			throw error;
		}
	}
}
