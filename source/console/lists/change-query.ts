import {isDeepStrictEqual} from 'node:util';
import {printQuery} from '../../store/query/print-query.ts';
import type {Query} from '../../store/query/query.ts';

/** How a term joins a search: it must be true, too; it may be true instead of its like; it must not be true. */
export type Joining = 'and' | 'or' | 'not';

/**
The text of a search with a term more.

`or` adds the term's values to a term of the same field, so that `user:alice` becomes `user:(alice,bob)`; without such a term it is as `and`.
*/
export function addTerm(query: Query, term: Query, joining: Joining): string {
	const parts = listParts(query);
	switch (joining) {
		case 'and': {
			return printParts(parts.some(part => isDeepStrictEqual(part, term)) ? parts : [...parts, term]);
		}

		case 'not': {
			const excluded: Query = {type: 'not', part: term};
			return printParts([...parts.filter(part => !isDeepStrictEqual(part, term) && !isDeepStrictEqual(part, excluded)), excluded]);
		}

		case 'or': {
			const joined = parts.map(part => joinValues(part, term) ?? part);
			return printParts(parts.some(part => joinValues(part, term) !== undefined) ? joined : [...parts, term]);
		}
	}
}

/** The text of a search with the term or, when it is there, without it. */
export function toggleTerm(query: Query, term: Query): string {
	const parts = listParts(query);
	const others = parts.filter(part => !isDeepStrictEqual(part, term));
	return printParts(others.length < parts.length ? others : [...parts, term]);
}

/** True when every session must fulfil the term. */
export function hasTerm(query: Query, term: Query): boolean {
	return listParts(query).some(part => isDeepStrictEqual(part, term));
}

function listParts(query: Query): readonly Query[] {
	return query.type === 'all' ? [] : (query.type === 'and' ? query.parts : [query]);
}

function printParts(parts: readonly Query[]): string {
	const [first = {type: 'all'}] = parts;
	return printQuery(parts.length > 1 ? {type: 'and', parts} : first);
}

/** Both terms as one; `undefined` when they ask different things. */
function joinValues(part: Query, term: Query): Query | undefined {
	if (part.type === 'text' && term.type === 'text' && part.field === term.field) {
		return {...part, values: addNew(part.values, term.values)};
	}

	if (part.type === 'time' && term.type === 'time' && part.field === term.field) {
		return {...part, spans: addNew(part.spans, term.spans)};
	}

	return part.type === 'has' && term.type === 'has' ? {...part, words: addNew(part.words, term.words)} : undefined;
}

function addNew<Value>(values: readonly Value[], added: readonly Value[]): readonly Value[] {
	return [...values, ...added.filter(each => values.every(value => !isDeepStrictEqual(value, each)))];
}
