import type {Query} from '../../store/query/query.ts';
import type {Session, SessionsRequest} from '../../store/store.ts';

/** What the list asks of the world. */
export type SessionsEffect =
	/** Read a page. `isNew`: the text was not looked at before, so the access log gets an entry first. */
	| {readonly type: 'list'; readonly requestId: number; readonly text: string; readonly isNew: boolean; readonly request: SessionsRequest}
	/** Has the store changed since `revision`? */
	| {readonly type: 'check'; readonly revision: number | undefined; readonly goodAt: number | undefined}
	| {readonly type: 'rank'; readonly text: string; readonly words: readonly string[]; readonly rows: readonly Session[]}
	| {readonly type: 'readMarks'; readonly session: Session}
	/** Names that a filter may be completed with. `isNew`: the whole list was not looked at before, so the access log gets an entry first. */
	| {readonly type: 'readNames'; readonly isNew: boolean}
	/** How many sessions match without each part. */
	| {readonly type: 'countWithout'; readonly text: string; readonly query: Query};
