import type {Session} from '../../store/store.ts';
import type {FilterProblem} from '../sessions/sessions-state.ts';

/** What the effects and timers of the wall answer. */
export type WallAction =
	| {readonly type: 'wallListed'; readonly requestId: number; readonly sessions: readonly Session[]; readonly revision: number; readonly now: number}
	/** Nothing was written to the store since. */
	| {readonly type: 'wallUnchanged'; readonly requestId: number; readonly now: number}
	/** `problem`: the store refuses a part of the filter. */
	| {readonly type: 'wallFailed'; readonly requestId: number; readonly message: string; readonly isAccess: boolean; readonly problem: FilterProblem | undefined}
	| {readonly type: 'wallDue'}
	/** Running sessions in the store. */
	| {readonly type: 'runningCounted'; readonly running: number}
	/** A tile's recording cannot be read; `undefined` when it can be again. */
	| {readonly type: 'tileFailed'; readonly address: string; readonly message: string | undefined};
