import type {Query} from '../../store/query/query.ts';
import type {Session} from '../../store/store.ts';
import type {PaneView} from '../pane/pane-frame.ts';

/** What the wall asks of the world. */
export type WallEffect =
	/** Read the running sessions that match, unless the store is still at `revision`. `isNew`: the text was not looked at before, so the access log gets an entry first. */
	| {readonly type: 'listRunning'; readonly requestId: number; readonly text: string; readonly isNew: boolean; readonly query: Query; readonly revision: number | undefined}
	| {readonly type: 'countRunning'}
	/** Which recordings are shown at their live edge, and where on the terminal; all others are closed. */
	| {readonly type: 'showTiles'; readonly tiles: readonly Tile[]; readonly isPaused: boolean};

export type Tile = {
	readonly address: string;
	readonly session: Session;
	/** The part of the recording that is seen follows its cursor: `pan` is where it begins. */
	readonly view: PaneView;
};
