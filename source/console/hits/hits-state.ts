import type {Hit} from '../../store/moments.ts';
import type {MomentPattern} from '../../store/query/moment-patterns.ts';
import type {Query} from '../../store/query/query.ts';
import type {Session} from '../../store/store.ts';
import type {HitScreen} from './hit-screen.ts';

export type HitsState = {
	/** What the groups answer; `undefined` before the first search. Without patterns there is nothing to look for. */
	readonly applied: {readonly text: string; readonly query: Query; readonly patterns: readonly MomentPattern[]} | undefined;
	/** The text whose search the access log has an entry of: its first answer says so. */
	readonly loggedText: string | undefined;
	/** In the order the store found them, newest session first: new ones come behind, none changes its place. */
	readonly groups: readonly HitGroup[];
	readonly search: Search | undefined;
	readonly lastRequestId: number;
	/** No session behind the last group has a hit. */
	readonly isComplete: boolean;
	readonly coverage: Coverage | undefined;
	readonly failure: HitsFailure | undefined;
	/** The chosen row. */
	readonly selected: HitPlace | undefined;
	/** Index of the first row shown. */
	readonly firstRow: number;
	readonly isPreviewOpen: boolean;
	/** The recorded screen around the chosen hit, once it was read. */
	readonly screen: HitScreen | undefined;
	readonly awaited: Awaited | undefined;
};

/** What the player goes to as soon as it is known. */
export type Awaited =
	/** The next session's first hit: the session is not found yet. */
	| {readonly type: 'session'}
	/** The next hit of the played session, or the last one of the session before: not all of its hits are loaded. */
	| {readonly type: 'hits'; readonly address: string; readonly direction: 'next' | 'prev'};

/** One session's hits. */
export type HitGroup = {
	readonly address: string;
	readonly session: Session;
	/** The first ones by position. */
	readonly hits: readonly Hit[];
	/** Of all hits, not only the loaded ones. */
	readonly count: number;
	/** How many hits have a row; 0 is folded. */
	readonly shown: number;
	/** More of its hits are asked for. */
	readonly isLoading: boolean;
};

/** A row: a group's head (`-1`), one of its hits, or, behind the shown ones, how many more there are. */
export type HitPlace = {
	readonly address: string;
	readonly index: number;
};

/** A search under way. */
export type Search = {
	readonly requestId: number;
	/** 0 until 150 ms have passed: a faster answer shows no sign of waiting. */
	readonly waitedMs: number;
	readonly progress: {readonly searched: number; readonly candidates: number} | undefined;
};

/** Sessions that were searched, of those in question, and how many of those are not indexed. */
export type Coverage = {readonly searched: number; readonly total: number; readonly unindexed: number};

export type HitsFailure = {
	readonly message: string;
	/** The access log could not be written: nothing may be shown. */
	readonly isAccess: boolean;
};

export const initialHits: HitsState = {
	applied: undefined,
	loggedText: undefined,
	groups: [],
	search: undefined,
	lastRequestId: 0,
	isComplete: true,
	coverage: undefined,
	failure: undefined,
	selected: undefined,
	firstRow: 0,
	isPreviewOpen: true,
	screen: undefined,
	awaited: undefined,
};
