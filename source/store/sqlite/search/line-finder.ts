import {fold} from '../../query/fold.ts';
import type {TextPattern} from '../../query/query.ts';
import {createTextMatcher} from '../../query/text-matcher.ts';
import type {TextRange} from '../../query/text-range.ts';
import type {AskedNeeds} from './candidates.ts';
import {findLongestNeed} from './needs.ts';

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
	/** The lines; parted when they are first asked for: most blocks are passed over. */
	readonly listTexts: () => readonly string[];
	/** All of them, folded and joined by line feeds. */
	readonly folded: string;
};

export function foldText(text: string): FoldedText {
	let texts: readonly string[] | undefined;
	return {
		listTexts() {
			texts ??= text.split('\n');
			return texts;
		},
		folded: fold(text),
	};
}

/** A pattern's own matcher decides; it is only asked about lines that hold what the pattern needs. */
export function createLineFinder(pattern: TextPattern, needs: AskedNeeds): LineFinder {
	const matcher = createTextMatcher(pattern);
	const needed = makeNeeded(needs);
	return {
		* find(block) {
			for (const line of needed === undefined ? block.listTexts().keys() : listLinesWith(block.folded, needed)) {
				const matches = matcher.find(block.listTexts()[line] ?? '');
				if (matches.length > 0) {
					yield {line, matches};
				}
			}
		},
		isCostly: pattern.type === 'regex',
	};
}

/** What a line that matches holds somewhere, as a regular expression without repetition. */
function makeNeeded(needs: AskedNeeds): RegExp | undefined {
	const [alike] = needs.alike;
	const longest = findLongestNeed(needs);
	const texts = longest === undefined ? alike ?? [] : [longest];
	return texts.length === 0 ? undefined : new RegExp(texts.map(text => RegExp.escape(text)).join('|'), 'gv');
}

/** Numbers of the lines that hold a text. */
function * listLinesWith(folded: string, needed: RegExp): Iterable<number> {
	let line = 0;
	let lineStart = 0;
	let last = -1;
	for (const {index} of folded.matchAll(needed)) {
		for (let end = folded.indexOf('\n', lineStart); end !== -1 && end < index; end = folded.indexOf('\n', lineStart)) {
			line++;
			lineStart = end + 1;
		}

		if (line === last) {
			continue;
		}

		last = line;
		yield line;
	}
}
