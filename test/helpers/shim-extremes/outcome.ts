/** What came of trying something many times. */
export type Outcome = {
	readonly tried: number;
	readonly wrong: number;
	/** What was measured on the way, for people. */
	readonly facts: string;
};
