import type {Store} from '../store/store.ts';
import type {ExportRequest, JobProgress, RecordingFile} from './jobs/job.ts';

/** Long work that the console has done for it: writing and reading files and indexing are not its own. All throw when their signal is aborted. */
export type Work = {
	/** The answer tells in words what was written. The access log has its entries by then. */
	readonly exportRecordings: (store: Store, request: ExportRequest, watch: Watch) => Promise<string>;
	/** The files that a path means. Throws when there are none. */
	readonly findRecordings: (name: string) => Promise<readonly RecordingFile[]>;
	/** The answer tells in words what was stored. What was stored when it is stopped stays. */
	readonly importFiles: (address: string, files: readonly RecordingFile[], watch: Watch) => Promise<string>;
	/** The answer is how many recordings were indexed. */
	readonly indexStore: (address: string, watch: Watch & {readonly isRebuild: boolean}) => Promise<number>;
};

export type Watch = {
	readonly signal: AbortSignal;
	readonly onProgress: (progress: Omit<JobProgress, 'elapsedMs'>) => void;
};
