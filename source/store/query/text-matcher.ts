import {compileRegex} from './check-regex.ts';
import {fold, foldWords} from './fold.ts';
import {createFoldMap} from './fold-map.ts';
import {createGlobFinder} from './glob-finder.ts';
import {isSimilar} from './measure-distance.ts';
import type {TextPattern} from './query.ts';
import type {TextRange} from './text-range.ts';

export type TextMatcher = {
	/** Where the pattern is found, from the left, without overlaps, at most 1000 of them; empty when it is not. A range is empty when a regular expression finds no text. */
	readonly find: (line: string) => readonly TextRange[];
};

/**
Prepare a pattern for looking through lines: what each store and the console mean by "found".

A word is found where a word begins with it; one that begins with another sign than a letter or digit, or with `*`, anywhere. `*` is any run
of characters without blanks, `?` one such character. A phrase is found as whole words, with any run of blanks for a blank. A similar word is
found as a whole word.

Regular expressions run in the engine of JavaScript, which can take for ever: whoever looks with one from outside must be able to stop it.
*/
export function createTextMatcher(pattern: TextPattern): TextMatcher {
	switch (pattern.type) {
		case 'word':
		case 'phrase': {
			return createFoldedMatcher(createGlobFinder(pattern));
		}

		case 'fuzzy': {
			return createFoldedMatcher(createFuzzyFinder(pattern.text));
		}

		case 'regex': {
			return createRegexMatcher(compileRegex(pattern.source, pattern.isIgnoringCase));
		}
	}
}

/** More marks than this in a line say nothing more. */
const rangesInLine = 1000;

function createFoldedMatcher(findFolded: (folded: string) => Iterable<TextRange>): TextMatcher {
	return {
		find(line) {
			const found = Iterator.from(findFolded(fold(line))).take(rangesInLine).toArray();
			if (found.length === 0) {
				return [];
			}

			const unfold = createFoldMap(line);
			const ranges = found.map(({from, to}) => unfold(from, to));
			// Two halves of a character that folds to two letters are one place.
			return ranges.filter(({from}, index) => from >= (ranges[index - 1]?.to ?? 0));
		},
	};
}

function createFuzzyFinder(text: string): (folded: string) => Iterable<TextRange> {
	const typed = foldWords(text);
	return function * (folded) {
		const words = folded.matchAll(/[\p{Letter}\p{Number}]+/gv).toArray();
		for (let index = 0; index + typed.length <= words.length; index++) {
			const found = words.slice(index, index + typed.length);
			const [first, last] = [found[0], found.at(-1)];
			if (!(first !== undefined && last !== undefined && found.every(([word], place) => isSimilar(typed[place] ?? '', word)))) {
				continue;
			}

			yield {from: first.index, to: last.index + last[0].length};
			index += typed.length - 1;
		}
	};
}

function createRegexMatcher(regex: RegExp): TextMatcher {
	return {
		find(line) {
			const found = line.matchAll(regex).take(rangesInLine).map(match => ({from: match.index, to: match.index + match[0].length})).toArray();
			const filled = found.filter(({from, to}) => to > from);
			return filled.length > 0 ? filled : found.slice(0, 1);
		},
	};
}
