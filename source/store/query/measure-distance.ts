/** How many letters to insert, remove, replace or swap with their neighbour make one word of the other. */
export function measureDistance(a: string, b: string): number {
	const others = [...b];
	let beforeLast: number[] = [];
	let last = Array.from({length: others.length + 1}, (_, index) => index);
	let previousLetter = '';
	for (const [row, letter] of [...a].entries()) {
		const current = [row + 1];
		for (const [column, other] of others.entries()) {
			const isSwapped = row > 0 && column > 0 && letter === others[column - 1] && previousLetter === other;
			current.push(Math.min(
				(current[column] ?? 0) + 1,
				(last[column + 1] ?? 0) + 1,
				(last[column] ?? 0) + (letter === other ? 0 : 1),
				isSwapped ? (beforeLast[column - 1] ?? 0) + 1 : Number.MAX_SAFE_INTEGER,
			));
		}

		beforeLast = last;
		last = current;
		previousLetter = letter;
	}

	return last.at(-1) ?? 0;
}

/** How many letters may differ from a word that was typed with `~`: none in up to 3 letters, one in up to 7, two in longer words. */
export function countEdits(typed: string): number {
	const letters = [...typed].length;
	return letters <= 3 ? 0 : (letters <= 7 ? 1 : 2);
}

/** True when a folded word may stand for a folded one that was typed with `~`. */
export function isSimilar(typed: string, word: string): boolean {
	const edits = countEdits(typed);
	// A word that is much longer or shorter need not be measured: a letter has one unit or two.
	return typed === word || (edits > 0 && Math.abs(typed.length - word.length) <= 2 * edits && measureDistance(typed, word) <= edits);
}
