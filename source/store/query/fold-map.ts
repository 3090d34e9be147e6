import {fold} from './fold.ts';
import type {TextRange} from './text-range.ts';

/**
Find where in a line the units of its folded form come from.

@returns What makes ranges of the line from ranges of `fold(line)`: whole characters, with the accents behind them.
*/
export function createFoldMap(line: string): (from: number, to: number) => TextRange {
	if (/^[\0-\u{7F}]*$/v.test(line)) {
		return (from, to) => ({from, to});
	}

	// For each folded unit, and for the end, the character it is of.
	const starts: number[] = [];
	let offset = 0;
	for (const character of line) {
		for (let unit = fold(character).length; unit > 0; unit--) {
			starts.push(offset);
		}

		offset += character.length;
	}

	starts.push(line.length);
	return (from, to) => {
		let next = to;
		while (starts[next] === starts[to - 1]) {
			next++;
		}

		return {from: starts[from] ?? line.length, to: starts[next] ?? line.length};
	};
}
