import type {Query} from './query/query.ts';

export type CountsRequest = {
	readonly query: Query;
	/** Whose days and hours are meant: IANA name or offset. */
	readonly zone: string;
};

/** What the sessions that match have in common. `flags` are the words of `has:`. */
export type Facets = Readonly<Record<'user' | 'host' | 'day' | 'flags' | 'tags', Facet>>;

export type Facet = {
	/** Most first, at most 100; days are `2026-11-23`. */
	readonly values: ReadonlyArray<{readonly value: string; readonly count: number}>;
	/** How many different values there are. */
	readonly distinct: number;
};

export type StatsField = 'user' | 'host' | 'day' | 'hour' | 'command';

export type StatsRow = {
	readonly by: StatsField;
	/** A day is `2026-11-23`, an hour of the day `00` to `23`; empty when the session has no wall clock. */
	readonly key: string;
	readonly sessions: number;
	readonly durationMs: number;
	/** Missing while the store has no audit events. */
	readonly commands?: number;
	readonly gaps: number;
	readonly sizeBytes: number;
};
