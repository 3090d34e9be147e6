import {anyRegex} from './parse-text.ts';
import type {TextPattern} from './query.ts';

/** Where a text is printed: `isValue` after a field, `isPath` after `file:`. */
type TextPlace = {readonly isValue: boolean; readonly isPath?: boolean};

/** Write a pattern as `parseText` reads it. */
export function printText(pattern: TextPattern, place: TextPlace): string {
	switch (pattern.type) {
		case 'phrase': {
			return `"${pattern.text.replaceAll(/["\\]/gv, String.raw`\$&`)}"`;
		}

		case 'regex': {
			return `${place.isPath ? '~' : ''}/${pattern.source}/${pattern.isIgnoringCase ? 'i' : ''}`;
		}

		case 'fuzzy': {
			return `~${escapeStart(escapeSigns(pattern.text.replaceAll('\\', String.raw`\\`), place), {isPath: false})}`;
		}

		case 'word': {
			const word = escapeStart(escapeSigns(pattern.text, place), place);
			return place.isValue ? word : escapeBareWord(word);
		}
	}
}

/** What would end the word. */
function escapeSigns(text: string, {isValue}: TextPlace): string {
	return text.replaceAll(/\\[*?\\]|[\s"\(\),]/gv, sign => sign.length === 2 || (sign === ',' && !isValue) ? sign : `\\${sign}`);
}

/** What would open a regular expression or a similar word; a path with a second slash inside is neither. */
function escapeStart(word: string, {isPath}: Pick<TextPlace, 'isPath'>): string {
	const isOpening = word.startsWith('/') && !isPath && (isRegexLike(word) || !/^\/(?:\\.|[^\/\\])+\//sv.test(word));
	const isAccess = isPath === true && /^[rw]:/iv.test(word);
	return isOpening || isAccess || word.startsWith('~') ? `\\${word}` : word;
}

function isRegexLike(word: string): boolean {
	anyRegex.lastIndex = 0;
	return anyRegex.test(word);
}

/** Outside a field, a word must not look like a field or an operator. */
function escapeBareWord(word: string): string {
	const isOperator = /^(?:and|or|not)$/iv.test(word) || /^[!\|]/v.test(word);
	return isOperator ? `\\${word}` : word.replace(/^(?<name>[a-z][\w\-]*):/iv, String.raw`$<name>\:`);
}
