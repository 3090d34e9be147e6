import {findNearest} from './find-nearest.ts';
import type {TimeContext} from './parse-moment.ts';
import {parseTimeValues} from './parse-time-values.ts';
import {quoteFound} from './query-error.ts';
import type {Query, TextMatch} from './query.ts';
import {nameNext, Scanner} from './scanner.ts';

const textFields = ['user', 'host', 'rec'] as const;
const timeFields = ['since', 'until', 'when'] as const;
const fields: readonly string[] = [...textFields, ...timeFields];

/** Enough for what people type; bounds the work a search can ask for. */
const limits = {characters: 4096, terms: 64, depth: 16};

/**
Read a search, e.g. `user:alice not host:web* since:yesterday`. The only parser: filter box, commands and stores share it.

Blanks mean `and`; `or` binds weaker, `not` stronger.

@param text - what was typed; empty means everything.
@param context - what times like `yesterday` are read against.
@throws {QueryError} with the place and what to do; nothing else, whatever the text.
*/
export function parseQuery(text: string, context: TimeContext): Query {
	const scanner = new Scanner(text);
	if (text.length > limits.characters) {
		scanner.fail({offset: limits.characters, length: 1, message: `a search has at most ${limits.characters} characters, this one has ${text.length}`});
	}

	scanner.skipBlanks();
	if (scanner.isAtEnd) {
		return {type: 'all'};
	}

	const query = parseOr({scanner, context, terms: {count: 0}}, 0);
	if (!scanner.isAtEnd) {
		scanner.fail({offset: scanner.offset, length: 1, message: '")" without "("', hint: String.raw`remove it, or write \) for the sign itself`});
	}

	return query;
}

type State = {
	readonly scanner: Scanner;
	readonly context: TimeContext;
	readonly terms: {count: number};
};

const orWord = /(?:or(?=[\s"\(\)]|$)|\|)\s*/ivy;
const andWord = /and(?=[\s"\(\)]|$)\s*/ivy;
const notWord = /(?:not(?=[\s"\(\)]|$)|!)\s*/ivy;

function parseOr(state: State, depth: number): Query {
	const parts = [parseAnd(state, depth)];
	while (state.scanner.take(orWord) !== '') {
		parts.push(parseAnd(state, depth));
	}

	return joinParts('or', parts);
}

function parseAnd(state: State, depth: number): Query {
	const {scanner} = state;
	const parts = [parseNot(state, depth)];
	while (!scanner.isAtEnd && scanner.match(/\)/vy) === '' && scanner.match(orWord) === '') {
		scanner.take(andWord);
		parts.push(parseNot(state, depth));
	}

	return joinParts('and', parts);
}

function joinParts(type: 'and' | 'or', parts: readonly Query[]): Query {
	const [first, ...others] = parts;
	return first !== undefined && others.length === 0 ? first : {type, parts};
}

function parseNot(state: State, depth: number): Query {
	checkDepth(state.scanner, depth);
	const part = state.scanner.take(notWord) === '' ? parsePrimary(state, depth) : {type: 'not' as const, part: parseNot(state, depth + 1)};
	state.scanner.skipBlanks();
	return part;
}

function parsePrimary(state: State, depth: number): Query {
	const {scanner} = state;
	const start = scanner.offset;
	if (scanner.take(/\(\s*/vy) === '') {
		return parseTerm(state);
	}

	const query = parseOr(state, depth + 1);
	if (scanner.take(/\)/vy) === '') {
		scanner.fail({offset: start, length: 1, message: 'this parenthesis is not closed', hint: String.raw`close it with ")", or write \( for the sign itself`});
	}

	return query;
}

function parseTerm(state: State): Query {
	const {scanner, context} = state;
	const start = scanner.offset;
	const named = scanner.take(/[a-z][\w\-]*:/ivy);
	if (named === '') {
		countTerm(state, start);
		return {type: 'word', text: parseText(scanner, 'a word, a field or "("', false)};
	}

	const name = named.slice(0, -1).toLowerCase();
	const textField = textFields.find(field => field === name);
	if (textField !== undefined) {
		return {type: 'text', field: textField, values: parseTextValues(state, named)};
	}

	const timeField = timeFields.find(field => field === name);
	if (timeField === undefined) {
		return scanner.fail({offset: start, length: named.length - 1, message: `unknown field ${quoteFound(named.slice(0, -1))}`, hint: nameFields(name)});
	}

	return {type: 'time', field: timeField, spans: parseTimeValues(scanner, {field: timeField, context}, () => {
		countTerm(state, start);
	})};
}

function nameFields(name: string): string {
	const nearest = findNearest(name, fields);
	return nearest === undefined ? String.raw`known are ${fields.join(', ')}; write \: for the sign itself` : `did you mean "${nearest}:"?`;
}

/** One value, several with commas, or such a list in parentheses. */
function parseTextValues(state: State, named: string): readonly TextMatch[] {
	const {scanner} = state;
	const isList = scanner.take(/\(\s*/vy) !== '';
	const values: TextMatch[] = [];
	do {
		countTerm(state, scanner.offset);
		values.push(parseText(scanner, `a value after "${named}"`, true));
	} while (scanner.take(isList ? /\s*,\s*/vy : /,/vy) !== '');

	if (isList && scanner.take(/\s*\)/vy) === '') {
		scanner.skipBlanks();
		scanner.fail({offset: scanner.offset, length: 1, message: `expected "," or ")" in the values of "${named}"`});
	}

	return values;
}

function parseText(scanner: Scanner, expected: string, isValue: boolean): TextMatch {
	const start = scanner.offset;
	if (scanner.match(/"/vy) !== '') {
		return scanner.takePhrase();
	}

	if (scanner.match(/~?\/(?:\\.|[^\/\\])*\/i?(?=[\s\),]|$)/svy) !== '') {
		const {length} = scanner.match(/~?\/(?:\\.|[^\/\\])*\/i?/svy);
		scanner.fail({offset: start, length, message: 'this store cannot search with regular expressions yet', hint: String.raw`use * and ?, or write \/ for the sign itself`});
	}

	if (scanner.match(/~/vy) !== '') {
		scanner.fail({offset: start, length: scanner.match(/[^\s"\(\)]+/vy).length, message: 'this store cannot search for similar words yet', hint: String.raw`use * and ?, or write \~ for the sign itself`});
	}

	const operator = isValue ? '' : (scanner.match(orWord) || scanner.match(andWord)).trim();
	const word = scanner.takeWord(isValue);
	if (operator !== '' || scanner.offset === start) {
		scanner.fail({offset: start, length: operator.length || 1, message: `expected ${expected}, found ${operator === '' ? nameNext(scanner) : quoteFound(operator)}`});
	}

	return word;
}

function countTerm({scanner, terms}: State, offset: number): void {
	terms.count++;
	if (terms.count > limits.terms) {
		scanner.fail({offset, length: 1, message: `a search has at most ${limits.terms} terms`, hint: 'use wildcards, or search in two steps'});
	}
}

function checkDepth(scanner: Scanner, depth: number): void {
	if (depth > limits.depth) {
		scanner.fail({offset: scanner.offset, length: 1, message: `a search has at most ${limits.depth} levels of parentheses and "not"`});
	}
}
