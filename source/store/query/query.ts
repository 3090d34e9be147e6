/** A search, parsed: what `parseQuery` returns and what each store answers. New fields are added here, never in a second parser. */
export type Query =
	| {readonly type: 'all'}
	| {readonly type: 'and'; readonly parts: readonly Query[]}
	| {readonly type: 'or'; readonly parts: readonly Query[]}
	| {readonly type: 'not'; readonly part: Query}
	| Term;

export type Term = WordTerm | TextTerm | MomentTerm | TimeTerm | NumberTerm | HasTerm;

/** Bare text: in what was seen, or in a user's or host's name. */
export type WordTerm = {
	readonly type: 'word';
	readonly pattern: TextPattern;
};

/** `user:` `host:` `rec:` `tag:` `session:` (audit session id); any of the values may match the whole name. */
export type TextTerm = {
	readonly type: 'text';
	readonly field: 'user' | 'host' | 'rec' | 'tag' | 'session';
	readonly values: readonly TextPattern[];
};

/** What happened at an instant: text seen or typed, and what audit events tell; any of the values may match. */
export type MomentTerm = {
	readonly type: 'moment';
	readonly field: 'seen' | 'typed' | 'cmd' | 'file' | 'net' | 'as';
	/** Of `file:` only: read, or written, removed and changed. */
	readonly access?: 'r' | 'w';
	readonly values: readonly TextPattern[];
};

/**
What a text is compared with. Words, phrases and similar words heed neither case nor accents.

In a `word`, `*` and `?` are wildcards, and `\*`, `\?`, `\\` stand for the characters. A `phrase` is meant as written. The `source` of a `regex`
has its slashes escaped, as between the slashes of the search.
*/
export type TextPattern =
	| {readonly type: 'word'; readonly text: string}
	| {readonly type: 'phrase'; readonly text: string}
	| {readonly type: 'regex'; readonly source: string; readonly isIgnoringCase: boolean}
	| {readonly type: 'fuzzy'; readonly text: string};

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

/** `duration:` in milliseconds, `exit:` the status that a shell would tell: a signal is 128 and its number. An unknown status is in no span. */
export type NumberTerm = {
	readonly type: 'number';
	readonly field: 'duration' | 'exit';
	readonly spans: readonly NumberSpan[];
};

/** Whole numbers, `from` and `to` included; an open end is infinite. `written` is what was typed, for printing. */
export type NumberSpan = {
	readonly from: number;
	readonly to: number;
	readonly written: string;
};

/** `has:`; any of the words may be true. */
export type HasTerm = {
	readonly type: 'has';
	readonly words: readonly HasWord[];
};

/** `broken`: has gaps and is no longer live. `pipe`: recorded without a terminal. `note`: has a tag, a note or a bookmark. `root`, `audit`: told by audit events. */
export type HasWord = 'gap' | 'input' | 'live' | 'resize' | 'broken' | 'pipe' | 'note' | 'root' | 'audit';
