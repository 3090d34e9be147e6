import fc from 'fast-check';
import {boundSpan, parseTime} from '../../source/store/query/parse-time.ts';
import {parsePeer} from '../../source/store/query/parse-peer.ts';
import {parseQuery} from '../../source/store/query/parse-query.ts';
import type {HasWord, NumberTerm, Query, TextPattern, TimeSpan} from '../../source/store/query/query.ts';

/** A Monday, half past two in Prague. */
export const queryContext = {now: Date.parse('2026-11-23T13:30:00Z'), zone: 'Europe/Prague'};

/** Letters that fold, operators and signs of the language. */
const letters = fc.constantFrom('a', 'b', 'É', 'ß', ' ', ':', '(', ')', '"', ',', '|', '!', '~', '/', '.', '1', '-', '\u{A0}', '😀', '[', '^');

const pattern = fc.array(fc.oneof(
	{weight: 4, arbitrary: letters},
	{weight: 1, arbitrary: fc.constantFrom('*', '?', String.raw`\*`, String.raw`\?`, String.raw`\\`, 'and', 'or', 'not')},
), {minLength: 1, maxLength: 4}).map(pieces => pieces.join(''));

const quotable = fc.string({unit: fc.oneof(letters, fc.constantFrom('*', '?', '\\')), maxLength: 4});

const name: fc.Arbitrary<TextPattern> = fc.oneof(
	pattern.map(text => ({type: 'word' as const, text})),
	quotable.map(text => ({type: 'phrase' as const, text})),
);

const nonEmpty = name.filter(({type, ...found}) => type === 'word' || ('text' in found && found.text.trim() !== ''));
const similar: fc.Arbitrary<TextPattern> = quotable.filter(text => /[1ab]/v.test(text)).map(text => ({type: 'fuzzy', text}));

/** What may be sought in lines: regular expressions and similar words, too; not the empty text. */
export const arbitraryPattern: fc.Arbitrary<TextPattern> = fc.oneof(
	nonEmpty,
	similar,
	fc.record({type: fc.constant('regex'), source: fc.constantFrom('a', '^b', String.raw`a\/b`, 'a|É', String.raw`[^\/ ]+,`, '(a)?b*', String.raw`\.`), isIgnoringCase: fc.boolean()}),
	quotable.filter(text => /[1ab]/v.test(text)).map(text => ({type: 'fuzzy' as const, text})),
);

const points = ['now', 'yesterday', '2h ago', '2h', '14:00', '23 nov', 'last week', '2026-11-20', '2026-11-20 14:00', '@1795427902'];
const ranges = ['yesterday 14:00..15:00', '3h..', '..2026-11-20', '20 nov..22 nov', '22:00..02:00'];

function makeSpan(written: string): TimeSpan {
	const span = parseTime(written, queryContext);
	if ('fault' in span) {
		throw new TypeError(`not a time: ${written}`);
	}

	return span;
}

const numbers: Readonly<Record<NumberTerm['field'], readonly string[]>> = {
	duration: ['90', '>0.5', '>=1s', '<2m', '1..2', '..1h', '10m..', '1h30m', '500ms'],
	exit: ['0', '>0', '1..2', '<=1', 'TERM', 'sigkill', '130..', '..127'],
};

function makeNumberTerm(field: NumberTerm['field'], written: readonly string[]): Query {
	return parseQuery(`${field}:${written.join(',')}`, queryContext);
}

const tableWords: readonly HasWord[] = ['gap', 'input', 'live', 'resize', 'broken', 'pipe', 'note'];

/** What any store answers from what it knows about the session itself. */
const tableTerm: fc.Arbitrary<Query> = fc.oneof(
	fc.record({type: fc.constant('word'), pattern: fc.oneof(nonEmpty, similar)}),
	fc.record({type: fc.constant('text'), field: fc.constantFrom('user', 'host', 'rec', 'tag'), values: fc.array(fc.oneof(name, similar), {minLength: 1, maxLength: 3})}),
	fc.record({type: fc.constant('text'), field: fc.constant('session'), values: fc.array(fc.constantFrom('69', '6?', '*', '1').map(text => ({type: 'word' as const, text})), {minLength: 1, maxLength: 2})}),
	fc.constantFrom('since', 'until', 'when').chain(field => fc.record({
		type: fc.constant('time'),
		field: fc.constant(field),
		spans: fc.array(fc.constantFrom(...points, ...field === 'when' ? ranges : []).map(written => boundSpan(field, makeSpan(written))), {minLength: 1, maxLength: 2}),
	})),
	fc.constantFrom('duration', 'exit').chain(field => fc.array(fc.constantFrom(...numbers[field]), {minLength: 1, maxLength: 2}).map(written => makeNumberTerm(field, written))),
	fc.record({type: fc.constant('has'), words: fc.array(fc.constantFrom(...tableWords), {minLength: 1, maxLength: 2})}),
);

const anyTerm: fc.Arbitrary<Query> = fc.oneof(
	tableTerm,
	fc.record({type: fc.constant('word'), pattern: arbitraryPattern}),
	fc.record({type: fc.constant('text'), field: fc.constantFrom('user', 'host', 'rec', 'tag'), values: fc.array(fc.oneof(name, arbitraryPattern), {minLength: 1, maxLength: 3})}),
	fc.record({type: fc.constant('moment'), field: fc.constantFrom('seen', 'typed', 'cmd', 'file', 'as'), values: fc.array(arbitraryPattern, {minLength: 1, maxLength: 3})}),
	fc.record({type: fc.constant('moment'), field: fc.constant('net'), values: fc.array(arbitraryPattern.filter(each => !('text' in each) || !('fault' in parsePeer(each.text))), {minLength: 1, maxLength: 3})}),
	fc.record({type: fc.constant('moment'), field: fc.constant('file'), access: fc.constantFrom('r', 'w'), values: fc.array(arbitraryPattern, {minLength: 1, maxLength: 3})}),
	fc.record({type: fc.constant('has'), words: fc.array(fc.constantFrom<HasWord>(...tableWords, 'root', 'audit'), {minLength: 1, maxLength: 2})}),
);

function makeArbitraryQuery(term: fc.Arbitrary<Query>): fc.Arbitrary<Query> {
	return fc.letrec<{query: Query}>(tie => ({
		query: fc.oneof(
			{maxDepth: 3, depthIdentifier: 'query'},
			term,
			fc.record({type: fc.constantFrom('and', 'or'), parts: fc.array(tie('query'), {minLength: 2, maxLength: 3})}),
			fc.record({type: fc.constant('not'), part: tie('query')}),
		),
	})).query;
}

/** Any search that can be typed: at most as deep and as wide as `parseQuery` allows. */
export const arbitraryQuery = makeArbitraryQuery(anyTerm);

/** Any search for sessions by their names, times and numbers. */
export const arbitraryTableQuery = makeArbitraryQuery(tableTerm);

/** Pieces that the language is made of, and text at random: broken searches of every kind. */
export const noise = fc.array(fc.oneof(
	fc.constantFrom('user:', 'host:', 'since:', 'when:', 'rec:(', 'seen:', 'file:', 'file:w:', 'duration:', 'exit:', 'has:', 'tag:', 'session:', 'gap', 'TERM', '>', '1..2', '/a.*b/i', '~/', '/etc/passwd', '(', ')', '"', '\\', ',', '..', ' ', 'or', 'and', 'not ', '!', '|', '~', '/', '*', '?', '2h', 'ago', '14:00', 'yesterday', '23', 'nov', 'last', 'week', 'alice', 'x:'),
	fc.string({unit: 'grapheme', maxLength: 5}),
	fc.string({unit: 'binary', maxLength: 3}),
), {maxLength: 14}).map(pieces => pieces.join(''));

/** Any search that needs no audit events. */
export const arbitrarySeenQuery = makeArbitraryQuery(fc.oneof(
	tableTerm,
	fc.record({type: fc.constant('word'), pattern: arbitraryPattern}),
	fc.record({type: fc.constant('text'), field: fc.constantFrom('user', 'host', 'rec', 'tag'), values: fc.array(arbitraryPattern, {minLength: 1, maxLength: 2})}),
	{weight: 3, arbitrary: fc.record({type: fc.constant('moment'), field: fc.constantFrom('seen', 'typed'), values: fc.array(arbitraryPattern, {minLength: 1, maxLength: 2})})},
	fc.constant({type: 'has', words: ['note']}),
));
