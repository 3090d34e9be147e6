import type {JobOrder} from './job.ts';

/** What jobs ask of the world. */
export type JobEffect =
	| {readonly type: 'startJob'; readonly id: number; readonly order: JobOrder}
	| {readonly type: 'cancelJob'; readonly id: number};
