import type {Hit, MomentsPart} from '../../store/moments.ts';
import type {Query} from '../../store/query/query.ts';
import type {FilterProblem} from '../sessions/sessions-state.ts';
import type {HitScreen} from './hit-screen.ts';

/** What the effects and timers of the hits answer. */
export type HitsAction =
	/** What the search has found since the last time. */
	| {readonly type: 'hitsFound'; readonly requestId: number; readonly parts: readonly MomentsPart[]}
	/** `isComplete`: everything was searched; else there are as many sessions as were asked for, and perhaps more. */
	| {readonly type: 'hitsEnded'; readonly requestId: number; readonly isComplete: boolean}
	/** `problem`: the store refuses a part of the query. */
	| {readonly type: 'hitsFailed'; readonly requestId: number; readonly message: string; readonly isAccess: boolean; readonly problem: FilterProblem | undefined}
	/** The search goes on after so long. */
	| {readonly type: 'hitsWaited'; readonly requestId: number; readonly waitedMs: number}
	/** All hits of one session that the search for `query` has found; `undefined` when it has none any more. With `isUnfolding` each gets its row. */
	| {readonly type: 'hitsLoaded'; readonly query: Query; readonly address: string; readonly isUnfolding: boolean; readonly hits: readonly Hit[] | undefined; readonly count: number}
	/** The chosen hit has stayed the same for a moment. */
	| {readonly type: 'hitSettled'}
	| {readonly type: 'hitScreenRead'; readonly screen: HitScreen};
