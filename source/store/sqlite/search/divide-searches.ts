import type {Query, TextPattern} from '../../query/query.ts';
import {listTerms} from './list-terms.ts';
import type {Searches} from './searches.ts';

/** Lists by names, times and numbers are answered at once, here; what may take long, in the thread, whose start the first list need not wait for. */
export function divideSearches(local: Searches, worker: Searches): Searches {
	return {
		...worker,
		listSessions: async (request, options) => (isLight(request.query) ? local : worker).listSessions(request, options),
	};
}

function isLight(query: Query): boolean {
	return listTerms(query).every(({term}) => term.type !== 'word' && term.type !== 'moment' && (term.type !== 'text' || term.values.every(value => isPlain(value))));
}

function isPlain({type}: TextPattern): boolean {
	return type === 'word' || type === 'phrase';
}
