import type {Session} from '../../store/store.ts';

export type WallState = {
	/** What the tiles answer: the text of the filter box; `undefined` before the first answer. */
	readonly text: string | undefined;
	/** The running sessions that match, in the store's order. */
	readonly sessions: readonly Session[];
	/** Addresses in the order of the tiles. */
	readonly order: readonly string[];
	/** For each session the place it should have, and since when, epoch milliseconds: it moves there when that lasts. */
	readonly ranks: ReadonlyMap<string, Rank>;
	/** Running sessions in the store, whatever the filter; `undefined` before they were counted. */
	readonly running: number | undefined;
	readonly revision: number | undefined;
	readonly readAt: number | undefined;
	readonly requestId: number;
	readonly isAsking: boolean;
	/** A person asked to read again, and is told when it was done. */
	readonly isReread: boolean;
	readonly failure: {readonly message: string; readonly isAccess: boolean} | undefined;

	/** Tiles side by side and one below the other, where there is room; `undefined` is what fits the terminal. */
	readonly side: Side | undefined;
	/** Index in `order` of the first tile shown. */
	readonly first: number;
	readonly selected: string | undefined;
	readonly pinned: ReadonlySet<string>;
	readonly isPaused: boolean;
	/** Addresses of recordings that cannot be read, with the reason. */
	readonly problems: ReadonlyMap<string, string>;
};

export type Side = 1 | 2 | 3;
export type Rank = {readonly rank: number; readonly since: number};

export const initialWall: WallState = {
	text: undefined,
	sessions: [],
	order: [],
	ranks: new Map(),
	running: undefined,
	revision: undefined,
	readAt: undefined,
	requestId: 0,
	isAsking: false,
	isReread: false,
	failure: undefined,
	side: undefined,
	first: 0,
	selected: undefined,
	pinned: new Set(),
	isPaused: false,
	problems: new Map(),
};
