import type {SessionIndexMarks, SessionPage} from '../../store/store.ts';
import type {FilterProblem, KnownNames, RowMatches, Without} from './sessions-state.ts';

/** What the list's effects and timers answer. */
export type SessionsAction =
	| {readonly type: 'listed'; readonly requestId: number; readonly page: SessionPage; readonly revision: number; readonly now: number}
	/** `problem`: the store refuses a part of the filter. */
	| {readonly type: 'listFailed'; readonly requestId: number; readonly message: string; readonly isAccess: boolean; readonly problem?: FilterProblem | undefined; readonly now: number}
	/** The request is not answered after so long. */
	| {readonly type: 'waited'; readonly requestId: number; readonly waitedMs: number}
	/** The typing has paused long enough to rank the rows, or to ask the store. */
	| {readonly type: 'rankDue'}
	| {readonly type: 'askDue'}
	| {readonly type: 'ranked'; readonly text: string; readonly order: readonly string[]; readonly matches: ReadonlyMap<string, RowMatches>}
	| {readonly type: 'refreshDue'; readonly goodAt: number | undefined}
	/** The store has not changed since the rows were read. */
	| {readonly type: 'unchanged'; readonly now: number}
	| {readonly type: 'changed'}
	| {readonly type: 'checkFailed'; readonly message: string; readonly goodAt: number | undefined; readonly now: number}
	/** The chosen row has stayed the same for a moment. */
	| {readonly type: 'settled'}
	| {readonly type: 'marksRead'; readonly address: string; readonly marks: SessionIndexMarks | undefined}
	| {readonly type: 'namesRead'; readonly names: KnownNames}
	| {readonly type: 'withoutCounted'; readonly text: string; readonly without: readonly Without[]};
