import {findField} from './field-table.ts';
import type {Field} from './field-table.ts';
import {anyRegex} from './parse-text.ts';
import {Scanner} from './scanner.ts';

/** What is being typed at a cursor. */
export type CompletionPlace = {
	/** Whose value it is; `none` for a bare word or a field's name, `unknown` behind a name that is no field's. */
	readonly field: Field | 'none' | 'unknown';
	/** Where it begins, with its quote. */
	readonly from: number;
	/** Without the quote. */
	readonly typed: string;
	readonly isQuoted: boolean;
};

/** Find what is being typed at the end of a search, which need not be whole. */
export function findCompletionPlace(text: string): CompletionPlace {
	const scanner = new Scanner(text);
	let place: Begun = {field: 'none', from: 0, isList: false};
	while (!scanner.isAtEnd) {
		const isAtStart = scanner.offset === place.from;
		if (isAtStart && scanner.match(/"/vy) !== '' && scanner.take(/"(?:\\["\\]|[^"])*"/vy) === '') {
			return {field: place.field, from: place.from, typed: text.slice(place.from + 1), isQuoted: true};
		}

		place = (isAtStart ? openPlace(scanner, place) : undefined) ?? endPlace(scanner, place) ?? place;
	}

	return {field: place.field, from: place.from, typed: text.slice(place.from), isQuoted: false};
}

type Begun = {readonly field: CompletionPlace['field']; readonly from: number; readonly isList: boolean};

/** What a word begins with may make it another place: a field's name, the parenthesis of its list, `not`. */
function openPlace(scanner: Scanner, {field}: Begun): Begun | undefined {
	if (field !== 'none') {
		return scanner.take(/\(\s*/vy) === '' ? undefined : {field, from: scanner.offset, isList: true};
	}

	const named = scanner.take(/[a-z][\w\-]*:/ivy).slice(0, -1);
	if (named !== '' || scanner.take(/!/vy) !== '') {
		return {field: named === '' ? 'none' : findField(named) ?? 'unknown', from: scanner.offset, isList: false};
	}

	scanner.take(anyRegex);
	return undefined;
}

/** Take one character; `undefined` while it belongs to the word. */
function endPlace(scanner: Scanner, {field, from, isList}: Begun): Begun | undefined {
	if (field !== 'none' && scanner.take(isList ? /\s*,\s*/vy : /,/vy) !== '') {
		return {field, from: scanner.offset, isList};
	}

	const isTimeOpen = typeof field === 'object' && field.type === 'time' && /\blast$/iv.test(scanner.text.slice(from, scanner.offset));
	const end = isTimeOpen ? '' : scanner.take(/[\s\(\)]/vy);
	if (end !== '') {
		const isStillList = isList && end.trim() === '';
		return {field: isStillList ? field : 'none', from: scanner.offset, isList: isStillList};
	}

	if (scanner.take(/\\./svy) === '') {
		scanner.take(/./svy);
	}

	return undefined;
}
