import {fold} from '../../query/fold.ts';
import {listWordPairs} from './word-pairs.ts';
import {isWordUnit} from './word-unit.ts';

/** Longer words are found by their start. */
export const longestWord = 64;

/**
The form of a text in which the index knows it: folded, and each run of blanks one blank.

Folding a part gives a part of the folded whole, so that what a pattern must contain can be asked of the index.
*/
export function foldForIndex(text: string): string {
	// What stays of the blanks when a text is folded, named one by one: ten times as quick as their class.
	return fold(text).replaceAll(/[\t\v\f\r\u{1680}\u{2028}\u{2029}\u{FEFF}]/gv, ' ').replaceAll(/ {2,}/gv, ' ');
}

/** What the three full-text tables take of a block. */
export type IndexText = {
	/** All words, parted by what the table's tokenizer parts them by. */
	readonly words: string;
	/** See `listWordPairs`. */
	readonly pairs: string;
	readonly lines: string;
};

/**
Prepare the lines of a block for the index.

A command that is being typed stands there letter by letter: of a line that begins another one, only the last word is new.
*/
export function makeIndexText(texts: readonly string[]): IndexText {
	const lines = [...new Set(foldForIndex(texts.join('\n')).split('\n'))].toSorted();
	const whole: string[] = [];
	const lastWords: string[] = [];
	for (const [index, line] of lines.entries()) {
		if (lines[index + 1]?.startsWith(line) === true) {
			lastWords.push(takeLastWords(line));
		} else {
			whole.push(line);
		}
	}

	const joined = whole.join('\n');
	const words = separateWords(`${joined}\n${lastWords.join('\n')}`);
	return {words, pairs: listWordPairs(words), lines: joined};
}

/** The last word, and the one before it: a pair is new, too. */
function takeLastWords(line: string): string {
	const tail = line.slice(-3 * longestWord);
	// The first one may be cut; rows of signs may leave no room for others.
	const isEnough = tail.length === line.length || listWordStarts(tail).length > 2;
	const looked = isEnough ? tail : line;
	const starts = listWordStarts(looked);
	return looked.slice(starts.at(-2) ?? starts.at(-1) ?? looked.length);
}

function listWordStarts(text: string): readonly number[] {
	return text.matchAll(/[\p{Letter}\p{Number}]+/gv).map(({index}) => index).toArray();
}

/** What the pairs table holds of two words in a folded text; empty when it holds none. */
export function makePairToken(folded: string): string {
	return listWordPairs(separateWords(folded));
}

/** The table's tokenizer takes ASCII letters, digits and all that is not ASCII for words. */
function separateWords(folded: string): string {
	const separated = folded.replaceAll(/[^\p{ASCII}\p{Letter}\p{Number}]/gv, ' ');
	return hasLongWord(separated) ? separated.replaceAll(/(?<start>[\p{Letter}\p{Number}]{64})[\p{Letter}\p{Number}]+/gv, '$<start>') : separated;
}

/** Whether that many units stand together somewhere; looks at few of them. */
function hasLongWord(text: string): boolean {
	let start = 0;
	let index = longestWord;
	while (index < text.length) {
		if (!isWordUnit(text.charCodeAt(index))) { // eslint-disable-line unicorn/prefer-code-point -- A unit will do.
			start = index + 1;
			index = start + longestWord;
		} else if (index === start) {
			return true;
		} else {
			index--;
		}
	}

	return false;
}
