/** The same numbers from 0 to 1 for the same seed (a linear congruential generator, Numerical Recipes). */
export type Random = {
	readonly next: () => number;
	/** A whole number below a limit. */
	readonly below: (limit: number) => number;
	readonly pick: <T>(values: readonly T[]) => T;
};

export function createRandom(seed: number): Random {
	let state = seed >>> 0;

	function next(): number {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 4_294_967_296;
	}

	function below(limit: number): number {
		return Math.floor(next() * limit);
	}

	return {
		next,
		below,
		pick(values) {
			const value = values[below(values.length)];
			if (value === undefined) {
				throw new RangeError('nothing to pick from');
			}

			return value;
		},
	};
}
