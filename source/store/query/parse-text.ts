import {checkRegex} from './check-regex.ts';
import {foldWords} from './fold.ts';
import {quoteFound} from './query-error.ts';
import type {TextPattern} from './query.ts';
import {nameNext} from './scanner.ts';
import type {Scanner} from './scanner.ts';

/** What may stand at a place: `isValue` after a field, where a comma ends a word; `isPath` after `file:`, where a slash opens no regular expression; `isNameable` where the empty text means something. */
export type TextPlace = {
	readonly expected: string;
	readonly isValue: boolean;
	readonly isPath?: boolean;
	readonly isNameable?: boolean;
};

/** Read a word, a phrase, a regular expression or a similar word. */
export function parseText(scanner: Scanner, place: TextPlace): TextPattern {
	const start = scanner.offset;
	if (scanner.match(/"/vy) !== '') {
		return parsePhrase(scanner, place);
	}

	const regex = scanner.take(place.isPath ? tildeRegex : anyRegex);
	if (regex !== '') {
		const isIgnoringCase = regex.endsWith('i');
		const source = regex.slice(regex.indexOf('/') + 1, isIgnoringCase ? -2 : -1);
		checkRegex(scanner, {offset: start, length: regex.length, source, isIgnoringCase});
		return {type: 'regex', source, isIgnoringCase};
	}

	const isFuzzy = scanner.take(/~/vy) !== '';
	const operator = place.isValue || isFuzzy ? '' : scanner.match(operatorWord);
	const text = isFuzzy ? unescape(scanner.takeWord(place.isValue)) : scanner.takeWord(place.isValue);
	if (operator !== '' || (!isFuzzy && text === '')) {
		scanner.fail({offset: start, length: operator.length || 1, message: `expected ${place.expected}, found ${operator === '' ? nameNext(scanner) : quoteFound(operator)}`});
	}

	if (isFuzzy && foldWords(text).length === 0) {
		scanner.fail({offset: start, length: scanner.offset - start, message: 'expected a word after "~"', hint: String.raw`write \~ for the sign itself`});
	}

	return {type: isFuzzy ? 'fuzzy' : 'word', text};
}

/** Reads as a regular expression wherever it stands: the next slash without a backslash ends it, and a word would go on there. */
export const anyRegex = /~?\/(?:\\.|[^\/\\])+\/i?(?=[\s\),]|$)/svy;
const tildeRegex = /~\/(?:\\.|[^\/\\])+\/i?(?=[\s\),]|$)/svy;
const operatorWord = /(?:and|or)(?=[\s"\(\)]|$)|\|/ivy;

function parsePhrase(scanner: Scanner, {isNameable}: TextPlace): TextPattern {
	const start = scanner.offset;
	const text = scanner.takeQuoted();
	if (text.trim() === '' && !isNameable) {
		scanner.fail({offset: start, length: scanner.offset - start, message: 'there is nothing between the quotes'});
	}

	return {type: 'phrase', text};
}

function unescape(word: string): string {
	return word.replaceAll(/\\(?<sign>[*?\\])/gv, '$<sign>');
}
