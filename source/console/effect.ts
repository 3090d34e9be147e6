import type {SessionKey, SessionsRequest} from '../store/store.ts';
import type {Action} from './action.ts';
import type {PlayerEffect} from './player/player-effect.ts';

/** What the console asks of the world. Each is answered by a later action, or by none. */
export type Effect =
	/** Dispatch `action` after the delay. A new one of the same name takes the place of the old. */
	| {readonly type: 'after'; readonly name: string; readonly delayMs: number; readonly action: Action}
	| {readonly type: 'forget'; readonly name: string}
	| {readonly type: 'list'; readonly requestId: number; readonly request: SessionsRequest}
	| {readonly type: 'readMarks'; readonly key: SessionKey}
	/** To the clipboard of the person's terminal. */
	| {readonly type: 'copy'; readonly text: string; readonly what: string}
	| {readonly type: 'openStore'; readonly address: string}
	| {readonly type: 'redraw'}
	| {readonly type: 'suspend'}
	| {readonly type: 'exit'; readonly code: number}
	| PlayerEffect;
