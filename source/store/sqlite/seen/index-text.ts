import {fold} from '../../query/fold.ts';

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

/** What the two full-text tables take of a block. */
export type IndexText = {
	/** All words, parted by what the table's tokenizer parts them by. */
	readonly words: string;
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
			lastWords.push(line.slice(-longestWord).split(/[^\p{Letter}\p{Number}]/v).at(-1) ?? '');
		} else {
			whole.push(line);
		}
	}

	const joined = whole.join('\n');
	return {words: separateWords(`${joined}\n${lastWords.join(' ')}`), lines: joined};
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
		if (!isOfWord(text.charCodeAt(index))) { // eslint-disable-line unicorn/prefer-code-point -- A unit will do.
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

function isOfWord(unit: number): boolean {
	return (unit >= 0x61 && unit <= 0x7A) || (unit >= 0x30 && unit <= 0x39) || unit >= 0x80;
}
