import type {SessionPage} from '../store/store.ts';

/** What the list's effects answer. */
export type SessionsAction =
	| {readonly type: 'listed'; readonly requestId: number; readonly page: SessionPage; readonly now: number}
	| {readonly type: 'listFailed'; readonly requestId: number; readonly message: string; readonly now: number};
