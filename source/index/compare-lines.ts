/** Some of the items of an array, by index. */
export type Range = {readonly from: number; readonly until: number};

export type LinesChange = {
	readonly added: Range;
	readonly removed: readonly Range[];
};

/**
Tell how lines came from others, for a screen that changes in one place or moves up.

Not the least change that there is: all between the first and the last difference counts as changed. Without the removed ranges, `before` is what `lines` is without the added one.
*/
export function compareLines(before: readonly string[], lines: readonly string[]): LinesChange {
	const movedUp = Math.max(0, lines[0] === undefined ? 0 : before.indexOf(lines[0]));
	let from = 0;
	while (from < lines.length && lines[from] === before[movedUp + from]) {
		from++;
	}

	let until = lines.length;
	let beforeUntil = before.length;
	while (until > from && beforeUntil > movedUp + from && lines[until - 1] === before[beforeUntil - 1]) {
		until--;
		beforeUntil--;
	}

	return {added: {from, until}, removed: [{from: 0, until: movedUp}, {from: movedUp + from, until: beforeUntil}]};
}
