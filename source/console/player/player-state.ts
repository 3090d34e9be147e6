import type {Timeline} from '../../playback/timeline.ts';
import type {JoinedEvent} from '../../playback/join/join-events.ts';
import type {Hit} from '../../store/moments.ts';
import type {Note} from '../../store/note.ts';
import type {ActivitySpan, Gap, Resize, Session} from '../../store/store.ts';
import type {Cursor} from '../../terminal/screen.ts';
import type {Pan} from '../pane/pane-frame.ts';
import type {Press} from '../read-presses.ts';
import type {PlayerHits} from './hits/player-hits.ts';
import type {SearchState} from './hits/search-state.ts';
import type {PanelState} from './panel/panel-state.ts';
import type {Selection} from './select/selection.ts';
import type {TypedState} from './typed/typed-state.ts';

/** All that the player shows. The one position is `positionMs`, on the recorded scale; everything on the compressed scale follows from it. */
export type PlayerState = {
	readonly session: Session;
	readonly stage: 'opening' | 'open' | 'failed';
	/** Opening takes long enough to be told. */
	readonly isOpeningLate: boolean;
	/** Why it could not be opened. */
	readonly failure: string | undefined;
	/** Pressed before it was open. */
	readonly earlyKeys: readonly Press[];
	readonly recording: Recording;
	readonly timeline: Timeline;
	/** Longest pause that playing keeps; `Infinity` is no limit. */
	readonly idleLimitMs: number;

	/** Stop at gaps instead of holding there for a moment. */
	readonly isPausingAtGaps: boolean;

	readonly positionMs: number;
	/** Where a seek under way leads; until it is there the pane keeps the old screen. */
	readonly targetMs: number | undefined;
	readonly isSeekLate: boolean;
	readonly isPlaying: boolean;
	/** Stays at the edge of a live recording. */
	readonly isFollowing: boolean;
	/** Since when, epoch ms, the store of a live recording cannot be read; it is tried again. */
	readonly lostAt: number | undefined;
	/** Playing waits for a moment: at the start of a gap, or before a loop goes back. */
	readonly hold: Hold | undefined;
	/** The gap whose hold is over: playing on from its start must not stop there again. */
	readonly heldGapMs: number | undefined;
	readonly speed: number;
	/** How fast playing really is, while that is slower than asked. */
	readonly trueSpeed: number | undefined;
	/** Recorded time that playing has just jumped over. */
	readonly skippedMs: number | undefined;
	readonly loop: Loop | undefined;
	/** A position being typed, `12:3`. */
	readonly digits: string | undefined;
	/** A frame was stepped to: the position is told with its milliseconds. */
	readonly isExact: boolean;

	readonly hits: PlayerHits | undefined;
	readonly search: SearchState;
	/** What people said of the recording, in the order they said it. */
	readonly notes: readonly Note[];
	readonly typed: TypedState;
	/** Lines that were typed, as the index knows them. */
	readonly typedLines: readonly Hit[];
	/** What audit events tell of its session, by position. */
	readonly audit: readonly JoinedEvent[];
	readonly panel: PanelState;
	/** Text that is being chosen has the keys. */
	readonly selection: Selection | undefined;

	readonly screen: ScreenFacts;
	/** Characters in view that the terminal cannot show. */
	readonly unshown: number;
	readonly pan: Pan;
	readonly isPanFollowing: boolean;
	readonly isFull: boolean;
	/** With `isFull`: the bar is back for a moment. */
	readonly isBarShown: boolean;
};

export type Recording = {
	readonly lengthMs: number;
	readonly gaps: readonly Gap[];
	readonly activity: readonly ActivitySpan[];
	readonly resizes: readonly Resize[];
};

export type Hold = 'gap' | 'loop';

/** Both ends on the recorded scale; without its end the loop is being set. `all` is the whole recording. */
export type Loop = 'all' | {readonly fromMs: number; readonly untilMs: number | undefined};

/** What the update must know of the recorded screen. */
export type ScreenFacts = {
	readonly columns: number;
	readonly rows: number;
	readonly cursor: Cursor;
};
