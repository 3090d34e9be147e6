import {fold} from '../../query/fold.ts';
import type {TextPattern} from '../../query/query.ts';
import {createTextMatcher} from '../../query/text-matcher.ts';
import type {TextRange} from '../../query/text-range.ts';
import {findLongestNeed, findNeeds} from './needs.ts';

export type LineMatch = {
	/** Number of the line in its block, from 0. */
	readonly line: number;
	readonly matches: readonly TextRange[];
};

/** Looks through the lines of a block. */
export type LineFinder = {
	/** Lines that match, in order. */
	readonly find: (block: FoldedText) => Iterable<LineMatch>;
	/** May take for ever on a hostile text. */
	readonly isCostly: boolean;
};

export type FoldedText = {
	readonly texts: readonly string[];
	/** All of them, folded and joined by line feeds. */
	readonly folded: string;
};

export function foldText(text: string): FoldedText {
	return {texts: text.split('\n'), folded: fold(text)};
}

/** A pattern's own matcher decides; it is only asked about lines that hold what the pattern needs. */
export function createLineFinder(pattern: TextPattern): LineFinder {
	const matcher = createTextMatcher(pattern);
	const needed = findLongestNeed(findNeeds(pattern));
	return {
		* find(block) {
			for (const line of needed === undefined ? block.texts.keys() : listLinesWith(block.folded, needed)) {
				const matches = matcher.find(block.texts[line] ?? '');
				if (matches.length > 0) {
					yield {line, matches};
				}
			}
		},
		isCostly: pattern.type === 'regex',
	};
}

/** Numbers of the lines that hold a text. */
function * listLinesWith(folded: string, needed: string): Iterable<number> {
	let line = 0;
	let lineStart = 0;
	for (let at = folded.indexOf(needed); at !== -1; at = folded.indexOf(needed, lineStart)) {
		for (let end = folded.indexOf('\n', lineStart); end !== -1 && end < at; end = folded.indexOf('\n', lineStart)) {
			line++;
			lineStart = end + 1;
		}

		yield line;
		const end = folded.indexOf('\n', at);
		if (end === -1) {
			return;
		}

		line++;
		lineStart = end + 1;
	}
}
