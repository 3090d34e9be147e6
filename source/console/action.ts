import type {KeyAction} from '../keys/key-table.ts';
import type {JobAction} from './jobs/job-action.ts';
import type {FacetsAction} from './facets/facets-action.ts';
import type {HitsAction} from './hits/hits-action.ts';
import type {Size} from './layout.ts';
import type {NoteAction} from './notes/note-action.ts';
import type {MouseAction} from './mouse/mouse-action.ts';
import type {PageAction} from './page/page-action.ts';
import type {PaletteAction} from './palette/palette-action.ts';
import type {PlayerAction} from './player/player-action.ts';
import type {Press} from './read-presses.ts';
import type {SessionsAction} from './sessions/sessions-action.ts';
import type {ViewsAction} from './views/views-action.ts';
import type {WallAction} from './wall/wall-action.ts';

/** Everything that can happen to the console: a key, a paste, a new size, an answer from outside. */
export type Action =
	/** The first frame is drawn. */
	| {readonly type: 'started'}
	| {readonly type: 'pressed'; readonly press: Press}
	| {readonly type: 'pasted'; readonly text: string}
	/** A named action of the key table, as if its key had been pressed. */
	| {readonly type: 'do'; readonly action: KeyAction}
	/** A line of the palette, without its colon. */
	| {readonly type: 'commanded'; readonly line: string}
	| {readonly type: 'resized'; readonly size: Size}
	/** Time has passed: what shows ages or running lengths is drawn again. */
	| {readonly type: 'ticked'; readonly now: number}
	/** A store that failed is to be tried again. */
	| {readonly type: 'retryDue'}
	| {readonly type: 'noticed'; readonly text: string; readonly isError: boolean}
	| JobAction
	| NoteAction
	| MouseAction
	| PageAction
	| PaletteAction
	| SessionsAction
	| HitsAction
	| WallAction
	| FacetsAction
	| ViewsAction
	| PlayerAction;
