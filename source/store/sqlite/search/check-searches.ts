import type {Query} from '../../query/query.ts';
import {refuseMissing} from '../../query/refuse-missing.ts';
import {capabilities} from '../query.ts';
import type {Searches} from './searches.ts';
import {tellCostly} from './tell-costly.ts';

/** Searches that refuse what the store cannot answer, and that tell a costly regular expression at its place. */
export function checkSearches(searches: Searches): Searches {
	return {
		listSessions: async (request, options) => check(request.query, async () => searches.listSessions(request, options)),
		async * findMoments(request, options) {
			refuseMissing(request.query, capabilities);
			try {
				yield * searches.findMoments(request, options);
			} catch (error) {
				throw tellCostly(request.query, error);
			}
		},
		countFacets: async (request, options) => check(request.query, async () => searches.countFacets(request, options)),
		countStats: async request => check(request.query, async () => searches.countStats(request)),
	};
}

async function check<T>(query: Query, search: () => Promise<T>): Promise<T> {
	refuseMissing(query, capabilities);
	try {
		return await search();
	} catch (error) {
		throw tellCostly(query, error);
	}
}
