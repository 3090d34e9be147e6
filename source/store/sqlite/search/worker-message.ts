import type {Searches} from './searches.ts';

type Call<Name extends keyof Searches> = {readonly name: Name; readonly request: Parameters<Searches[Name]>[0]};

/** One of the searches and what it is asked. */
export type SearchCall = Call<'listSessions'> | Call<'findMoments'> | Call<'countFacets'> | Call<'countStats'>;

/** What the thread is told. `id` tells searches apart. */
export type SearchOrder =
	| {readonly type: 'start'; readonly id: number; readonly nowAt: number; readonly call: SearchCall}
	/** So many parts were taken: as many may follow. */
	| {readonly type: 'taken'; readonly id: number}
	| {readonly type: 'cancel'; readonly id: number};

/** What it answers: parts of `findMoments`, then one `done` (with the answer of the others) or `failed`. */
export type SearchAnswer =
	| {readonly type: 'part'; readonly id: number; readonly value: unknown}
	| {readonly type: 'done'; readonly id: number; readonly value: unknown}
	| {readonly type: 'failed'; readonly id: number; readonly failure: Failure};

/** An error of a class of ours would arrive as a plain one. */
export type Failure = {readonly name: string; readonly message: string; readonly isRetryable: boolean};

/** Parts under way that nobody has taken: enough not to wait for each, few enough to stop soon. */
export const partsAhead = 16;
