import type {Store} from '../store/store.ts';
import type {ExportRequest, JobProgress} from './jobs/job.ts';

/** Long work that the console has done for it: writing files and indexing are not its own. Both throw when their signal is aborted. */
export type Work = {
	/** The answer tells in words what was written. The access log has its entries by then. */
	readonly exportRecordings: (store: Store, request: ExportRequest, watch: Watch) => Promise<string>;
	/** The answer is how many recordings were indexed. */
	readonly indexStore: (address: string, watch: Watch & {readonly isRebuild: boolean}) => Promise<number>;
};

export type Watch = {
	readonly signal: AbortSignal;
	readonly onProgress: (progress: Omit<JobProgress, 'elapsedMs'>) => void;
};
