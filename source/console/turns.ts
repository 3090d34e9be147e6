/** Work of one kind of which only the newest is wanted: beginning one ends the one before. */
export type Turns = {
	readonly begin: () => AbortSignal;
	readonly end: () => void;
};

export function createTurns(): Turns {
	let current: AbortController | undefined;

	function end(): void {
		current?.abort();
		current = undefined;
	}

	return {
		begin() {
			end();
			current = new AbortController();
			return current.signal;
		},
		end,
	};
}
