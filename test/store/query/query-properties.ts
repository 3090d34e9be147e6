import test from 'ava';
import fc from 'fast-check';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import {isMatch, makePattern} from '../../../source/store/query/pattern.ts';
import {printQuery} from '../../../source/store/query/print-query.ts';
import {QueryError, printQueryError} from '../../../source/store/query/query-error.ts';
import type {Query} from '../../../source/store/query/query.ts';
import {checkProperty} from '../../helpers/check-property.ts';
import {arbitraryQuery, noise, queryContext} from '../../helpers/arbitrary-query.ts';

test('whatever is typed is a search or an error that shows its place', t => {
	checkProperty(t, fc.property(fc.oneof(noise, fc.string({maxLength: 50})), text => {
		const query = tryParse(text);
		return query !== undefined || true;
	}), {numRuns: 2000});
});

test('a search that was typed is printed as a text of the same meaning', t => {
	checkProperty(t, fc.property(noise, text => {
		const query = tryParse(text);
		return query === undefined || isSame(query, printQuery(query));
	}), {numRuns: 2000});
});

test('any search is printed as a text that gives it back', t => {
	checkProperty(t, fc.property(arbitraryQuery, query => isSame(query, printQuery(query))), {numRuns: 1000});
});

test('a name is matched by its own text with any part of it replaced by wildcards', t => {
	checkProperty(t, fc.property(fc.array(fc.string({unit: fc.constantFrom('a', 'b', '*', '.'), maxLength: 3}), {maxLength: 6}), fc.infiniteStream(fc.boolean()), (parts, hidden) => {
		const text = parts.map(part => hidden.next().value ? '*' : part.replaceAll('*', String.raw`\*`)).join('');
		return isMatch(makePattern({type: 'word', text}), parts.join(''));
	}));
});

test('a pattern of many wildcards is answered at once', t => {
	t.false(isMatch(makePattern({type: 'word', text: '*a'.repeat(1000) + 'b'}), 'a'.repeat(4000)));
});

function tryParse(text: string): Query | undefined {
	try {
		return parseQuery(text, queryContext);
	} catch (error) {
		if (!(error instanceof QueryError) || printQueryError(error).split('\n').length !== 3 || error.offset > text.length || error.message === '') {
			throw error;
		}

		return undefined;
	}
}

function isSame(query: Query, printed: string): boolean {
	return JSON.stringify(parseQuery(printed, queryContext)) === JSON.stringify(query);
}
