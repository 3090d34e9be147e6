import {startIndexing} from '../../index/start-indexing.ts';
import type {Context} from '../context.ts';
import {createProgressLine} from '../progress-line.ts';

/**
Index what a store holds and is not indexed, with a progress line on a terminal's stderr.

@param address - of the store.
@param context - for the worker's entry, the clock and stderr.
@param options - how.
@param options.isRebuild - index everything anew.
@param options.isQuiet - draw nothing: something else has the screen.
@returns How many recordings were indexed.
@throws {StoreError} when the store fails; what was indexed before stays.
*/
export async function indexInWorker(address: string, context: Context, options: {readonly isRebuild?: boolean; readonly isQuiet?: boolean} = {}): Promise<number> {
	const {isRebuild = false, isQuiet = false} = options;
	const line = createProgressLine(context);
	try {
		return await startIndexing({
			address,
			isRebuild,
			worker: context.indexWorker,
			onProgress({sessionsDone, sessions, bytesDone, bytes}) {
				if (isQuiet) {
					return;
				}

				line.show({verb: 'Indexing', done: sessionsDone, total: sessions, unit: 'recordings', share: bytes === 0 ? 1 : bytesDone / bytes, bytesDone});
			},
		});
	} finally {
		line.clear();
	}
}
