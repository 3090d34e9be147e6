const mostUnits = 32 * 1024; // A line on a screen of 500 × 65; longer ones are no text that people read in one piece.
const overlapUnits = 512; // What stands across the seam is whole in the next piece.

export type BrokenLine = {
	/** Pieces that are done. */
	readonly pieces: readonly string[];
	/** What the next piece begins with; all of the text while it is short enough. */
	readonly rest: string;
};

/** Cut the front of a line that may still grow. Pieces overlap, so that whatever is searched for is whole in one of them. */
export function breakLine(text: string): BrokenLine {
	const pieces: string[] = [];
	let start = 0;
	while (text.length - start > mostUnits) {
		pieces.push(text.slice(start, keepPairs(text, start + mostUnits)));
		start = keepPairs(text, start + mostUnits - overlapUnits);
	}

	return {pieces, rest: start === 0 ? text : text.slice(start)};
}

/** A place that does not part the halves of a character. */
function keepPairs(text: string, index: number): number {
	const unit = text.charCodeAt(index); // eslint-disable-line unicorn/prefer-code-point -- The half is asked for.
	return unit >= 0xDC_00 && unit < 0xE0_00 ? index - 1 : index;
}
