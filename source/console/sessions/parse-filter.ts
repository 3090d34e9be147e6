import {parseQuery} from '../../store/query/parse-query.ts';
import {QueryError} from '../../store/query/query-error.ts';
import type {Query, TextPattern} from '../../store/query/query.ts';
import type {FilterProblem} from './sessions-state.ts';

type Parsed = {readonly query: Query; readonly problem?: undefined} | {readonly problem: FilterProblem};

/** Read the filter box. What is wrong with it is an answer too. */
export function parseFilter(text: string, now: number, timeZone: string): Parsed {
	try {
		return {query: parseQuery(text, {now, zone: timeZone})};
	} catch (error) {
		const problem = findProblem(error);
		if (problem !== undefined) {
			return {problem};
		}

		throw error;
	}
}

/** What is wrong with the filter, if that is what the error says: a store, too, may refuse a part of it. */
export function findProblem(error: unknown): FilterProblem | undefined {
	if (!(error instanceof QueryError)) {
		return undefined;
	}

	const {message, hint, offset, length} = error;
	return {message: hint === undefined ? message : `${message}: ${hint}`, offset, length};
}

/** The words that fuse.js ranks by: bare words, and the values of `user:` and `host:`. */
export function listWords(query: Query): readonly string[] {
	switch (query.type) {
		case 'and': {
			return query.parts.flatMap(part => listWords(part));
		}

		case 'word': {
			return wordsOf(query.pattern);
		}

		case 'text': {
			return query.values.length === 1 && (query.field === 'user' || query.field === 'host') ? query.values.flatMap(value => wordsOf(value)) : [];
		}

		// What matches one or the other, or is not to match, has no best match.
		case 'or':
		case 'all':
		case 'not':
		case 'moment':
		case 'time':
		case 'number':
		case 'has': {
			return [];
		}

		default: {
			return query satisfies never;
		}
	}
}

function wordsOf(pattern: TextPattern): readonly string[] {
	return pattern.type === 'regex' ? [] : [pattern.text.replaceAll(/[*?]/gv, '')].filter(word => word !== '');
}
