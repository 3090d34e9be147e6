import {printQuery} from '../../query/print-query.ts';
import {QueryError} from '../../query/query-error.ts';
import type {Query, Term} from '../../query/query.ts';
import {CostlyPattern} from '../../query/run-capped.ts';
import {findTermPlace} from '../../query/term-place.ts';
import {listTerms} from './list-terms.ts';

/** What a person is told when a regular expression was stopped: the term, and what to do. Any other error stays as it is. */
export function tellCostly(query: Query, error: unknown): unknown {
	if (!(error instanceof CostlyPattern)) {
		return error;
	}

	const term = findRegexTerm(query);
	const printed = printQuery(term ?? query);
	const {text, offset, length} = (term === undefined ? undefined : findTermPlace(term)) ?? {text: printed, offset: 0, length: printed.length};
	return new QueryError(text, {offset, length, message: `this regular expression is too costly: ${error.message}`, hint: 'say more exactly what repeats, or search for words'});
}

/** The one that repeats a repetition, if there are several. */
function findRegexTerm(query: Query): Query | undefined {
	const found = listTerms(query).flatMap(({term}) => listRegexes(term).map(source => ({term, source})));
	return (found.find(({source}) => /[*+\}]\)+[*+\{]/v.test(source)) ?? found[0])?.term;
}

function listRegexes(term: Term): readonly string[] {
	const patterns = term.type === 'word' ? [term.pattern] : (term.type === 'text' || term.type === 'moment' ? term.values : []);
	return patterns.flatMap(pattern => pattern.type === 'regex' ? [pattern.source] : []);
}
