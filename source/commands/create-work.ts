import type {Work} from '../console/work.ts';
import type {Context} from './context.ts';

/** The long work of the console: what `export`, `import` and `index` do, told in progress and stopped by a signal. Loaded when it is asked for. */
export function createWork({indexWorker, clock}: Pick<Context, 'indexWorker' | 'clock'>): Work {
	return {
		async exportRecordings(store, request, watch) {
			const {exportRecordings} = await import('./export/export-recordings.ts');
			return exportRecordings(store, request, watch);
		},
		async findRecordings(name) {
			const {findRecordings} = await import('./import/find-recordings.ts');
			return findRecordings(name);
		},
		async importFiles(address, files, watch) {
			const [{openStore}, {importFiles}] = await Promise.all([import('../store/open-store.ts'), import('./import/import-files.ts')]);
			const store = await openStore(address, {mode: 'create', clock});
			try {
				return await importFiles(store, files, watch);
			} finally {
				await store.close();
			}
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
