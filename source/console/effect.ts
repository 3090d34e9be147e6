import type {Action} from './action.ts';
import type {JobEffect} from './jobs/job-effect.ts';
import type {NoteEffect} from './notes/note-effect.ts';
import type {FacetsEffect} from './facets/facets-effect.ts';
import type {HitsEffect} from './hits/hits-effect.ts';
import type {MouseEffect} from './mouse/mouse-effect.ts';
import type {PageEffect} from './page/page-effect.ts';
import type {PaletteEffect} from './palette/palette-effect.ts';
import type {PlayerEffect} from './player/player-effect.ts';
import type {SessionsEffect} from './sessions/sessions-effect.ts';
import type {ViewsEffect} from './views/views-effect.ts';
import type {WallEffect} from './wall/wall-effect.ts';

/** What the console asks of the world. Each is answered by a later action, or by none. */
export type Effect =
	/** Dispatch `action` after the delay. A new one of the same name takes the place of the old. */
	| {readonly type: 'after'; readonly name: string; readonly delayMs: number; readonly action: Action}
	| {readonly type: 'forget'; readonly name: string}
	/** Tell the time after the delay (`ticked`); `undefined` stops that. */
	| {readonly type: 'tick'; readonly delayMs: number | undefined}
	/** To the clipboard of the person's terminal. `what` names it for the notice. */
	| {readonly type: 'copy'; readonly text: string; readonly what: string}
	| {readonly type: 'redraw'}
	| {readonly type: 'suspend'}
	| {readonly type: 'exit'; readonly code: number}
	| JobEffect
	| NoteEffect
	| MouseEffect
	| PageEffect
	| PaletteEffect
	| SessionsEffect
	| HitsEffect
	| WallEffect
	| FacetsEffect
	| ViewsEffect
	| PlayerEffect;
