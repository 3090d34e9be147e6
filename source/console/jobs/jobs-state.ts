import type {Job} from './job.ts';

export type JobsState = {
	/** The latest last; ended ones stay to be looked up. */
	readonly list: readonly Job[];
	/** Leave with this code once none runs. */
	readonly exitCode: number | undefined;
};

export const initialJobs: JobsState = {list: [], exitCode: undefined};

export function listRunning({list}: JobsState): readonly Job[] {
	return list.filter(job => job.state === 'running');
}
