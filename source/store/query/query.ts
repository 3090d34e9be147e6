/** A search, parsed: what `parseQuery` returns and what each store answers. New fields are added here, never in a second parser. */
export type Query =
	| {readonly type: 'all'}
	| {readonly type: 'and'; readonly parts: readonly Query[]}
	| {readonly type: 'or'; readonly parts: readonly Query[]}
	| {readonly type: 'not'; readonly part: Query}
	| Term;

export type Term = WordTerm | TextTerm | TimeTerm;

/** Bare text: part of a user's or host's name (later of what was seen). */
export type WordTerm = {
	readonly type: 'word';
	readonly text: TextMatch;
};

/** `user:` `host:` `rec:`; any of the values may match. */
export type TextTerm = {
	readonly type: 'text';
	readonly field: 'user' | 'host' | 'rec';
	readonly values: readonly TextMatch[];
};

/**
What a name is compared with; case and accents are ignored.

Quoted, `text` is the name itself. Else `*` and `?` in it are wildcards, and `\*`, `\?`, `\\` stand for the characters.
*/
export type TextMatch = {
	readonly text: string;
	readonly isQuoted: boolean;
};

/**
`since:` ends at or after, `until:` starts before, `when:` overlaps one of the spans.

A session that is live has no end yet; one without a wall clock is in no span.
*/
export type TimeTerm = {
	readonly type: 'time';
	readonly field: 'since' | 'until' | 'when';
	readonly spans: readonly TimeSpan[];
};

/** Epoch milliseconds, `from` included, `to` excluded; an open end is infinite. `written` is what was typed, for printing. */
export type TimeSpan = {
	readonly from: number;
	readonly to: number;
	readonly written: string;
};
