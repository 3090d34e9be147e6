import type {Clock} from '../../../clock.ts';
import type {Connection} from '../connection.ts';
import {countFacets} from '../count-facets.ts';
import {countStats} from '../count-stats.ts';
import {createCountsMemory} from '../counts-memory.ts';
import {listSessions} from '../list-sessions.ts';
import type {SearchContext} from './context.ts';
import {createBreath} from './create-breath.ts';
import {findMoments} from './find-moments.ts';
import {createFoundMemory} from './found-memory.ts';
import type {Searches} from './searches.ts';

/** Searches in this thread, which does other things between two short pieces of them. A costly regular expression is a CostlyPattern. */
export function createLocalSearches(connection: Connection, clock: Clock): Searches {
	const memory = createFoundMemory();
	const counts = createCountsMemory();

	function makeContext(signal?: AbortSignal): SearchContext {
		return {connection, memory, counts, nowAt: clock.now(), breathe: createBreath(signal)};
	}

	return {
		listSessions: async (request, {signal} = {}) => listSessions(makeContext(signal), request),
		findMoments: (request, {signal} = {}) => findMoments(makeContext(signal), request),
		countFacets: async (request, {signal} = {}) => countFacets(makeContext(signal), request),
		countStats: async request => countStats(makeContext(), request),
	};
}
