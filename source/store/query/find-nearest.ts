/** The name most like a mistyped one: at most two letters away, one in short names; `undefined` when none is. */
export function findNearest(typed: string, names: readonly string[]): string | undefined {
	const word = typed.toLowerCase().slice(0, 32);
	const limit = word.length < 4 ? 1 : 2;
	const ranked = names.map(name => ({name, distance: measureDistance(word, name)})).toSorted((a, b) => a.distance - b.distance);
	return ranked[0] !== undefined && ranked[0].distance <= limit ? ranked[0].name : undefined;
}

/** Letters to insert, remove, replace or swap with their neighbour. */
function measureDistance(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({length: b.length + 1}, (_, index) => index);
	for (const [row, letter] of [...a].entries()) {
		const current = [row + 1];
		for (const [column, other] of [...b].entries()) {
			const isSwapped = row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === other;
			current.push(Math.min(
				(current[column] ?? 0) + 1,
				(last[column + 1] ?? 0) + 1,
				(last[column] ?? 0) + (letter === other ? 0 : 1),
				isSwapped ? (beforeLast[column - 1] ?? 0) + 1 : Number.MAX_SAFE_INTEGER,
			));
		}

		beforeLast = last;
		last = current;
	}

	return last.at(-1) ?? 0;
}
