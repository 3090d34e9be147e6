import type {TextRange} from '../../query/text-range.ts';

/** In order, and one range where some overlap. */
export function joinRanges(ranges: readonly TextRange[]): readonly TextRange[] {
	const joined: Array<{from: number; to: number}> = [];
	for (const {from, to} of ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
		const last = joined.at(-1);
		if (last !== undefined && from < last.to) {
			last.to = Math.max(last.to, to);
		} else if (!(last?.from === from && last.to === to)) {
			joined.push({from, to});
		}
	}

	return joined;
}
