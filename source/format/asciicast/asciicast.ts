/** The first line of an asciicast, version 2 or 3. */
export type AsciicastHeader = {
	readonly version: 2 | 3;
	readonly columns: number;
	readonly rows: number;
	/** Value of TERM, if known. */
	readonly term: string | undefined;
	/** Wall clock at position 0, epoch milliseconds (the format holds whole seconds). */
	readonly startedAt: number | undefined;
	readonly command: string | undefined;
	readonly title: string | undefined;
	/** Longest pause that players should keep, seconds; stored times stay true. */
	readonly idleLimit: number | undefined;
};

/** One event line. Positions count from the start in both versions; fractions go down to microseconds. */
export type AsciicastEvent = {
	readonly positionMs: number;
	/** `o` output, `i` input, `r` size, `m` label, `x` exit status; others are passed on. */
	readonly code: string;
	readonly data: string;
};
