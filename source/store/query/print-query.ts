import {isTimeContinued} from './parse-time-value.ts';
import {printText} from './print-text.ts';
import type {Query, TimeTerm} from './query.ts';

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
			return printPart(query, '');
		}

		case 'word': {
			return printText(query.pattern, {isValue: false});
		}

		case 'text': {
			return printField(query.field, query.values.map(value => printText(value, {isValue: true})));
		}

		case 'moment': {
			const isPath = query.field === 'file';
			const field = query.access === undefined ? query.field : `${query.field}:${query.access}`;
			return printField(field, query.values.map(value => printText(value, {isValue: true, isPath})));
		}

		case 'number': {
			return printField(query.field, query.spans.map(span => span.written));
		}

		case 'has': {
			return printField('has', query.words);
		}

		case 'time': {
			return printTime(query, '');
		}
	}
}

function printField(field: string, values: readonly string[]): string {
	return `${field}:${values.length === 1 ? values.join('') : `(${values.join(',')})`}`;
}

function wrap(query: Query): string {
	return `(${printQuery(query)})`;
}

/** From the last to the first: a time must know what stands behind it. */
function printAnd(parts: readonly Query[]): string {
	let printed = '';
	for (const part of parts.toReversed()) {
		const text = printPart(part, printed);
		printed = printed === '' ? text : `${text} ${printed}`;
	}

	return printed;
}

/** A part of `and` or what stands behind `not`. */
function printPart(part: Query, behind: string): string {
	if (part.type === 'not') {
		return `not ${printPart(part.part, behind)}`;
	}

	return part.type === 'and' || part.type === 'or' ? wrap(part) : (part.type === 'time' ? printTime(part, behind) : printQuery(part));
}

/** In parentheses when the word behind would be taken for a part of the time. */
function printTime({field, spans}: TimeTerm, behind: string): string {
	const written = spans.map(span => span.written).join(',');
	const next = /^[^\s"\(\),]+/v.exec(behind)?.[0] ?? '';
	const isOpen = spans.length === 1 && !isTimeContinued(written, next);
	return isOpen ? `${field}:${written}` : `${field}:(${written})`;
}
