import type {KeyBinding} from '../keys/key-table.ts';
import type {Config} from '../config.ts';
import type {Dialog} from './dialogs/dialog.ts';
import type {DetailState} from './detail/detail-state.ts';
import type {Retry} from './dialogs/retry.ts';
import type {Effect} from './effect.ts';
import type {FacetsState} from './facets/facets-state.ts';
import type {GlyphsName} from './glyphs.ts';
import type {HelpState} from './help/help-state.ts';
import type {JobsState} from './jobs/jobs-state.ts';
import type {HitsState} from './hits/hits-state.ts';
import type {Size} from './layout.ts';
import type {ListName} from './lists/list-name.ts';
import type {LastView} from './view-place.ts';
import type {PageState} from './page/page-state.ts';
import type {PaletteState} from './palette/palette-state.ts';
import type {PlayerState} from './player/player-state.ts';
import type {Spoken} from './reader/spoken.ts';
import type {SessionsState} from './sessions/sessions-state.ts';
import type {ViewsMenu} from './views/views-menu.ts';
import type {WallState} from './wall/wall-state.ts';
import type {Theme} from './theme.ts';

/** All that a frame is drawn from. Changed by `update` alone. */
export type State = {
	readonly size: Size;
	/** Wall clock of the last action that told it, epoch milliseconds. */
	readonly now: number;
	readonly settings: Settings;
	readonly store: StoreState;
	/** Who looks: login name. */
	readonly who: string;
	/** The screen that has the body. */
	readonly screen: ListName | 'player';
	/** The list that was shown last: the player leads back to it. */
	readonly list: ListName;
	readonly sessions: SessionsState;
	readonly hits: HitsState;
	readonly wall: WallState;
	readonly facets: FacetsState;
	/** Saved searches by name. */
	readonly views: Config['views'];
	readonly player: PlayerState | undefined;
	/** The recorded screen as text, for a screen reader. */
	readonly spoken: Spoken;
	/** When a store that failed is tried again. */
	readonly retry: Retry | undefined;
	/** The view before this one. */
	readonly lastView: LastView | undefined;
	/** Work that goes on. */
	readonly jobs: JobsState;
	/** Lines run from the palette, the last one first. */
	readonly recentCommands: readonly string[];
	/** What lies over the screen and has the keys; one at a time. */
	readonly overlay: Overlay | undefined;
	/** One line in the status row until the next key press. */
	readonly notice: Notice | undefined;
};

export type Settings = {
	/** A name of `themes`. */
	readonly theme: string;
	/** Those of scribery and the person's own, by name. */
	readonly themes: Readonly<Record<string, Theme>>;
	readonly glyphs: GlyphsName;
	/** IANA zone or `±HH:MM` that times are shown in. */
	readonly timeZone: string;
	readonly isTimeRelative: boolean;
	/** The key table, with the person's changes. */
	readonly keys: readonly KeyBinding[];
	/** Longest pause that playing keeps, ms. */
	readonly idleLimitMs: number;
	/** Stop at gaps instead of holding there for a moment. */
	readonly isPausingAtGaps: boolean;
	readonly isMouseOn: boolean;
	/** Speak for a screen reader: text in lines, nothing painted. */
	readonly isReader: boolean;
	/** Columns of the list by their heads in lower case; `undefined` shows all that fit. */
	readonly columns: readonly string[] | undefined;
	/** How often the pane is painted at most; `undefined` leaves that to it. */
	readonly fps: number | undefined;
};

export type StoreState = {
	/** Short name for the title. */
	readonly name: string;
	readonly isDemo: boolean;
	/** Opened by `:store`, not the one of the start. */
	readonly isChosen: boolean;
	readonly isOpen: boolean;
	/** Where the person's own store is, or would be. */
	readonly localAddress: string;
};

export type Overlay =
	| ({readonly type: 'dialog'} & Dialog)
	| ({readonly type: 'help'} & HelpState)
	| ({readonly type: 'palette'} & PaletteState)
	| ({readonly type: 'detail'} & DetailState)
	| ({readonly type: 'views'} & ViewsMenu)
	| ({readonly type: 'page'} & PageState)
	/** The preview of the chosen or played session over the whole body, until any key. */
	| {readonly type: 'peek'; readonly tab: 'screen' | 'info'};

export type Notice = {
	readonly text: string;
	readonly isError: boolean;
};

/** What `update` answers: the next state, and what is to be done outside. */
export type Update = {
	readonly state: State;
	readonly effects: readonly Effect[];
};
