import fc from 'fast-check';
import {boundSpan, parseTime} from '../../source/store/query/parse-time.ts';
import type {Query, TextMatch, TimeSpan} from '../../source/store/query/query.ts';

/** A Monday, half past two in Prague. */
export const queryContext = {now: Date.parse('2026-11-23T13:30:00Z'), zone: 'Europe/Prague'};

/** Letters that fold, operators and signs of the language. */
const letters = fc.constantFrom('a', 'b', 'É', 'ß', ' ', ':', '(', ')', '"', ',', '|', '!', '~', '/', '.', '1', '-', '\u{A0}', '😀', '[', '^');

const pattern = fc.array(fc.oneof(
	{weight: 4, arbitrary: letters},
	{weight: 1, arbitrary: fc.constantFrom('*', '?', String.raw`\*`, String.raw`\?`, String.raw`\\`, 'and', 'or', 'not')},
), {minLength: 1, maxLength: 4}).map(pieces => pieces.join(''));

const textMatch: fc.Arbitrary<TextMatch> = fc.oneof(
	pattern.map(text => ({text, isQuoted: false})),
	fc.string({unit: fc.oneof(letters, fc.constantFrom('*', '?', '\\')), maxLength: 4}).map(text => ({text, isQuoted: true})),
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

const term: fc.Arbitrary<Query> = fc.oneof(
	fc.record({type: fc.constant('word'), text: textMatch}),
	fc.record({type: fc.constant('text'), field: fc.constantFrom('user', 'host', 'rec'), values: fc.array(textMatch, {minLength: 1, maxLength: 3})}),
	fc.constantFrom('since', 'until', 'when').chain(field => fc.record({
		type: fc.constant('time'),
		field: fc.constant(field),
		spans: fc.array(fc.constantFrom(...points, ...field === 'when' ? ranges : []).map(written => boundSpan(field, makeSpan(written))), {minLength: 1, maxLength: 2}),
	})),
);

/** Any search that can be typed: at most as deep and as wide as `parseQuery` allows. */
export const arbitraryQuery: fc.Arbitrary<Query> = fc.letrec<{query: Query}>(tie => ({
	query: fc.oneof(
		{maxDepth: 3, depthIdentifier: 'query'},
		term,
		fc.record({type: fc.constantFrom('and', 'or'), parts: fc.array(tie('query'), {minLength: 2, maxLength: 3})}),
		fc.record({type: fc.constant('not'), part: tie('query')}),
	),
})).query;
