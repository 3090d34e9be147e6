import type {EventSign} from '../format/audit/action/event-sign.ts';
import type {Query} from './query/query.ts';
import type {TextRange} from './query/text-range.ts';
import type {Session, SessionKey} from './session.ts';

/** One line that stood on the screen, or that was typed, and while when. Wrapped rows are joined, blanks at the end left out; it holds no control characters. */
export type SeenLine = {
	readonly kind: 'seen' | 'typed';
	/** First and last position at which it was there. */
	readonly fromMs: number;
	readonly untilMs: number;
	readonly text: string;
};

export type MomentsRequest = {
	readonly query: Query;
	/** A session with more tells how many there are. */
	readonly hitsPerSession: number;
	/** End the search behind the session with which there are more hits than this. */
	readonly mostHits?: number;
	/** Go on with the sessions behind this one. */
	readonly afterSession?: SessionKey;
};

/** What a search for moments finds, as it finds it: sessions from the newest on, then `coverage` as the last. */
export type MomentsPart =
	/** `hits` are the first ones by position; `count` is of all. */
	| {readonly type: 'session'; readonly session: Session; readonly hits: readonly Hit[]; readonly count: number}
	/** How many of the sessions that may match have been searched. */
	| {readonly type: 'progress'; readonly searched: number; readonly candidates: number}
	/** Of the sessions in question (those that the query's other terms allow): how many have an index to search, and how many have none that is up to date. */
	| {readonly type: 'coverage'; readonly searched: number; readonly total: number; readonly unindexed: number};

/** A line that matches, and where in it. The same line at the same time on two rows is one hit. */
export type Hit = {
	/** `cmd`, `file` and `net`: an audit event, its `line` what it says. */
	readonly kind: HitKind;
	readonly fromMs: number;
	readonly untilMs: number;
	readonly line: string;
	/** In order, not overlapping. */
	readonly matches: readonly TextRange[];
	/** Of what an audit event tells. */
	readonly event?: {readonly sign: EventSign; readonly at: number; readonly id: string};
};

export type HitKind = SeenLine['kind'] | 'cmd' | 'file' | 'net';
