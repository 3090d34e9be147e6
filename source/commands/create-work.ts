import type {Work} from '../console/work.ts';
import type {Context} from './context.ts';

/** The long work of the console: what `export` and `index` do, told in progress and stopped by a signal. Loaded when it is asked for. */
export function createWork({indexWorker}: Pick<Context, 'indexWorker'>): Work {
	return {
		async exportRecordings(store, request, watch) {
			const {exportRecordings} = await import('./export/export-recordings.ts');
			return exportRecordings(store, request, watch);
		},
		async indexStore(address, {signal, onProgress, isRebuild}) {
			const {startIndexing} = await import('../index/start-indexing.ts');
			return startIndexing({
				address,
				isRebuild,
				worker: indexWorker,
				signal,
				onProgress({sessionsDone, sessions, bytesDone, bytes}) {
					onProgress({done: sessionsDone, total: sessions, unit: 'recordings', share: bytes === 0 ? 1 : bytesDone / bytes, bytesDone});
				},
			});
		},
	};
}
