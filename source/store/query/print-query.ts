import {isTimeContinued} from './parse-time-values.ts';
import type {Query, TextMatch, TimeTerm} from './query.ts';

/** Write a search as text: `parseQuery` reads the same tree from it. */
export function printQuery(query: Query): string {
	switch (query.type) {
		case 'all': {
			return '';
		}

		case 'or': {
			return query.parts.map(part => part.type === 'or' ? wrap(part) : printQuery(part)).join(' or ');
		}

		case 'and': {
			return printAnd(query.parts);
		}

		case 'not': {
			return `not ${query.part.type === 'and' || query.part.type === 'or' ? wrap(query.part) : printQuery(query.part)}`;
		}

		case 'word': {
			return printText(query.text, false);
		}

		case 'text': {
			const values = query.values.map(value => printText(value, true));
			return `${query.field}:${values.length === 1 ? values.join('') : `(${values.join(',')})`}`;
		}

		case 'time': {
			return printTime(query, '');
		}
	}
}

function wrap(query: Query): string {
	return `(${printQuery(query)})`;
}

/** From the last to the first: a time must know what stands behind it. */
function printAnd(parts: readonly Query[]): string {
	let printed = '';
	for (const part of parts.toReversed()) {
		const text = part.type === 'and' || part.type === 'or' ? wrap(part) : printPart(part, printed);
		printed = printed === '' ? text : `${text} ${printed}`;
	}

	return printed;
}

function printPart(part: Query, behind: string): string {
	if (part.type === 'not' && part.part.type === 'time') {
		return `not ${printTime(part.part, behind)}`;
	}

	return part.type === 'time' ? printTime(part, behind) : printQuery(part);
}

/** In parentheses when the word behind would be taken for a part of the time. */
function printTime({field, spans}: TimeTerm, behind: string): string {
	const written = spans.map(span => span.written).join(',');
	const next = /^[^\s"\(\),]+/v.exec(behind)?.[0] ?? '';
	const isOpen = spans.length === 1 && !isTimeContinued(written, next);
	return isOpen ? `${field}:${written}` : `${field}:(${written})`;
}

function printText({text, isQuoted}: TextMatch, isValue: boolean): string {
	if (isQuoted) {
		return `"${text.replaceAll(/["\\]/gv, String.raw`\$&`)}"`;
	}

	const escaped = text
		.replaceAll(/\\[*?\\]|[\s"\(\),]/gv, sign => sign.length === 2 || (sign === ',' && !isValue) ? sign : `\\${sign}`)
		.replace(/^[\/~]/v, String.raw`\$&`);
	return isValue ? escaped : escapeBareWord(escaped);
}

/** Outside a field, a word must not look like a field or an operator. */
function escapeBareWord(word: string): string {
	const isOperator = /^(?:and|or|not)$/iv.test(word) || /^[!\|]/v.test(word);
	return isOperator ? `\\${word}` : word.replace(/^(?<name>[a-z][\w\-]*):/iv, String.raw`$<name>\:`);
}
