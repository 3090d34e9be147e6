const mostGrowingMs = 1000; // Typists are faster within a word; whatever stands longer is a line of its own.
const longUnits = 512; // A row of dots that grows for hours must not be kept once for each dot.

export type GrowingLine = {
	readonly text: string;
	readonly grownSinceMs: number;
};

/**
Whether a line is only the unfinished form of another, so that the other tells all of it.

A word being typed is not kept letter by letter: `su` and `sud` are found as the beginning of `sudo`. Whole words are kept each.

@param line - what stood there.
@param text - what stands in its place.
@param nowMs - since when.
*/
export function isBeginningOf(line: GrowingLine, text: string, nowMs: number): boolean {
	const {text: before, grownSinceMs} = line;
	if (text.length <= before.length || !text.startsWith(before)) {
		return false;
	}

	return isLong(before) || (text[before.length] !== ' ' && nowMs - grownSinceMs <= mostGrowingMs);
}

/** Long lines are one line from their beginning on, whatever they grow to. */
export function isLong(text: string): boolean {
	return text.length >= longUnits;
}
