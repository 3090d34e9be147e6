/** The one source of time; `cli.ts` makes it and passes it down, tests pass their own. */
export type Clock = {
	/** Wall clock, epoch milliseconds. */
	readonly now: () => number;
	/** Milliseconds since an arbitrary start that never jump, with a fraction. */
	readonly elapsedMs: () => number;
};

export const systemClock: Clock = {
	now: () => Date.now(),
	elapsedMs: () => performance.now(),
};
