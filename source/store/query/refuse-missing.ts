import {fieldTable, wordTable} from './field-table.ts';
import type {FieldNeed} from './field-table.ts';
import {printQuery} from './print-query.ts';
import {QueryError} from './query-error.ts';
import type {Query, Term, TextPattern} from './query.ts';
import {findTermPlace} from './term-place.ts';

/** What a store may be able to answer beyond names, times and numbers. `seen` and `typed`: what stood on the screens and was typed. `notes`: tags and notes. */
export type Capability = FieldNeed | 'regex' | 'fuzzy' | 'facets';

/**
Refuse a search that a store would answer wrongly.

@param query - as parsed, so that the place is known.
@param capabilities - of the store that is to answer.
@throws {QueryError} at the first term that needs another one.
*/
export function refuseMissing(query: Query, capabilities: readonly Capability[]): void {
	switch (query.type) {
		case 'all': {
			break;
		}

		case 'and':
		case 'or': {
			for (const part of query.parts) {
				refuseMissing(part, capabilities);
			}

			break;
		}

		case 'not': {
			refuseMissing(query.part, capabilities);
			break;
		}

		default: {
			const missing = listNeeded(query).find(needed => !capabilities.includes(needed));
			if (missing !== undefined) {
				refuse(query, missing);
			}
		}
	}
}

/** A bare word is answered from names where nothing was seen. */
function listNeeded(term: Term): readonly Capability[] {
	switch (term.type) {
		case 'word': {
			return listForPatterns([term.pattern]);
		}

		case 'text':
		case 'moment': {
			return [...fieldTable.flatMap(({name, needs}) => name === term.field && needs !== undefined ? [needs] : []), ...listForPatterns(term.values)];
		}

		case 'has': {
			return wordTable.flatMap(({name, needs}) => term.words.includes(name) && needs !== undefined ? [needs] : []);
		}

		case 'time':
		case 'number': {
			return [];
		}
	}
}

function listForPatterns(patterns: readonly TextPattern[]): readonly Capability[] {
	return patterns.flatMap(({type}) => type === 'regex' || type === 'fuzzy' ? [type] : []);
}

const reasons: Readonly<Record<Capability, {readonly message: string; readonly hint?: string}>> = {
	seen: {message: 'this store has no index of what was seen', hint: 'scribery index makes one'},
	typed: {message: 'this store has no index of what was typed', hint: 'scribery index makes one'},
	regex: {message: 'this store cannot search with regular expressions', hint: String.raw`use * and ?, or write \/ for the sign itself`},
	fuzzy: {message: 'this store cannot search for similar words', hint: String.raw`use * and ?, or write \~ for the sign itself`},
	notes: {message: 'this store has no tags and notes'},
	facets: {message: 'this store cannot count'},
	audit: {message: 'this store has no audit events, which alone can tell', hint: 'seen: finds what stood on the screen'},
};

function refuse(term: Term, missing: Capability): never {
	const printed = printQuery(term);
	const {text, offset, length} = findTermPlace(term) ?? {text: printed, offset: 0, length: printed.length};
	throw new QueryError(text, {offset, length, ...reasons[missing]});
}
