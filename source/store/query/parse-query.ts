import type {TimeContext} from './parse-moment.ts';
import {parseTerm} from './parse-term.ts';
import type {TermState} from './parse-term.ts';
import type {Query} from './query.ts';
import {Scanner} from './scanner.ts';

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

	const query = parseOr({scanner, context, countValue: makeCounter(scanner)}, 0);
	if (!scanner.isAtEnd) {
		scanner.fail({offset: scanner.offset, length: 1, message: '")" without "("', hint: String.raw`remove it, or write \) for the sign itself`});
	}

	return query;
}

function makeCounter(scanner: Scanner): TermState['countValue'] {
	let count = 0;
	return offset => {
		count++;
		if (count > limits.terms) {
			scanner.fail({offset, length: 1, message: `a search has at most ${limits.terms} terms`, hint: 'use wildcards, or search in two steps'});
		}
	};
}

const orWord = /(?:or(?=[\s"\(\)]|$)|\|)\s*/ivy;
const andWord = /and(?=[\s"\(\)]|$)\s*/ivy;
const notWord = /(?:not(?=[\s"\(\)]|$)|!)\s*/ivy;

function parseOr(state: TermState, depth: number): Query {
	const parts = [parseAnd(state, depth)];
	while (state.scanner.take(orWord) !== '') {
		parts.push(parseAnd(state, depth));
	}

	return joinParts('or', parts);
}

function parseAnd(state: TermState, depth: number): Query {
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

function parseNot(state: TermState, depth: number): Query {
	checkDepth(state.scanner, depth);
	const part = state.scanner.take(notWord) === '' ? parsePrimary(state, depth) : {type: 'not' as const, part: parseNot(state, depth + 1)};
	state.scanner.skipBlanks();
	return part;
}

function parsePrimary(state: TermState, depth: number): Query {
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

function checkDepth(scanner: Scanner, depth: number): void {
	if (depth > limits.depth) {
		scanner.fail({offset: scanner.offset, length: 1, message: `a search has at most ${limits.depth} levels of parentheses and "not"`});
	}
}
