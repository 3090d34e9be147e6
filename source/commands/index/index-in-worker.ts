import {startIndexing} from '../../index/start-indexing.ts';
import type {Context} from '../context.ts';
import {createProgressLine} from '../progress-line.ts';

/**
Index what a store holds and is not indexed, with a progress line on a terminal's stderr.

@param address - of the store.
@param context - for the worker's entry, the clock and stderr.
@param isRebuild - index everything anew.
@returns How many recordings were indexed.
@throws {StoreError} when the store fails; what was indexed before stays.
*/
export async function indexInWorker(address: string, context: Context, isRebuild = false): Promise<number> {
	const line = createProgressLine(context);
	try {
		return await startIndexing({
			address,
			isRebuild,
			worker: context.indexWorker,
			onProgress({sessionsDone, sessions, bytesDone, bytes}) {
				line.show({verb: 'Indexing', done: sessionsDone, total: sessions, unit: 'recordings', share: bytes === 0 ? 1 : bytesDone / bytes, bytesDone});
			},
		});
	} finally {
		line.clear();
	}
}
