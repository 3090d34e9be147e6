import type {JobOrder, JobProgress} from './job.ts';

/** What starts jobs, and what they answer. */
export type JobAction =
	| {readonly type: 'jobOrdered'; readonly order: JobOrder}
	| {readonly type: 'jobProgressed'; readonly id: number; readonly progress: JobProgress}
	| {readonly type: 'jobEnded'; readonly id: number; readonly state: 'done' | 'failed' | 'cancelled'; readonly result: string}
	| {readonly type: 'jobCancelled'; readonly id: number}
	/** Leave, whatever runs. */
	| {readonly type: 'leaveNow'}
	/** Leave once no job runs any more. */
	| {readonly type: 'leaveAfterJobs'};
