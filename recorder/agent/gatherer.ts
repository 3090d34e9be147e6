/** Changes that come close together are looked at together: a flood changes its file thousands of times a second. */
const gatherMs = 20;

export type Gatherer = {
	readonly add: (name: string) => void;
	readonly close: () => void;
};

/** Hand over names that were added, each once; at once after a time of quiet. */
export function createGatherer(elapsedMs: () => number, take: (names: readonly string[]) => void): Gatherer {
	let names = new Set<string>();
	let timer: NodeJS.Timeout | undefined;
	let tookMs = 0;

	function gather(): void {
		const gathered = [...names];
		timer = undefined;
		tookMs = elapsedMs();
		names = new Set();
		take(gathered);
	}

	return {
		add(name) {
			names.add(name);
			timer ??= setTimeout(gather, elapsedMs() - tookMs > gatherMs ? 0 : gatherMs);
		},
		close() {
			clearTimeout(timer);
		},
	};
}
