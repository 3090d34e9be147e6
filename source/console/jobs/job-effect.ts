import type {JobOrder} from './job.ts';

/** What jobs ask of the world. */
export type JobEffect =
	/** Order the indexing of what has ended and is not indexed, or was by another version. */
	| {readonly type: 'catchUp'}
	| {readonly type: 'startJob'; readonly id: number; readonly order: JobOrder}
	| {readonly type: 'cancelJob'; readonly id: number};
