import type {Query, TextPattern} from '../../store/query/query.ts';
import type {Session} from '../../store/store.ts';
import type {PaneView} from '../pane/pane-frame.ts';
import type {Selection} from './select/selection.ts';

/** What the player asks of the world. */
export type PlayerEffect =
	/** Open a recording at a position, or so much before it as the bar tells time: pauses beyond the idle limit do not count. */
	| {readonly type: 'open'; readonly session: Session; readonly positionMs: number; readonly leadMs: number; readonly idleLimitMs: number}
	| {readonly type: 'advance'; readonly positionMs: number}
	| {readonly type: 'seek'; readonly positionMs: number}
	| {readonly type: 'step'; readonly direction: 'forward' | 'back'}
	/** Send `played` 30 times a second, or stop that. */
	| {readonly type: 'beat'; readonly isOn: boolean}
	/** Where and how the recording stands on the terminal; `undefined` while it does not. */
	| {readonly type: 'show'; readonly view: PaneView | undefined}
	/** What people said of the recording. */
	| {readonly type: 'readNotes'}
	/** What audit events tell of the session. */
	| {readonly type: 'readAudit'}
	/** All lines that were typed, as far as they are indexed. */
	| {readonly type: 'readTypedLines'}
	/** The keys pressed in a stretch. */
	| {readonly type: 'readTyped'; readonly fromMs: number; readonly untilMs: number}
	/** Where the patterns of a search of this recording were seen or typed. `isNew`: the access log gets an entry first. */
	| {readonly type: 'searchHere'; readonly query: Query; readonly patterns: readonly TextPattern[]; readonly isNew: boolean}
	| {readonly type: 'copyScreen'}
	/** The recorded screen as a page of text, or into a file. */
	| {readonly type: 'readScreen'; readonly file: string | undefined}
	| {readonly type: 'copySelection'; readonly selection: Selection}
	| {readonly type: 'setFps'; readonly fps: number}
	| {readonly type: 'closePlayer'};
