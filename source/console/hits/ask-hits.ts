import type {Effect} from '../effect.ts';
import {parseFilter} from '../sessions/parse-filter.ts';
import {listMomentPatterns} from '../../store/query/moment-patterns.ts';
import type {State, Update} from '../state.ts';
import {changeHits} from './change-hits.ts';
import {initialHits} from './hits-state.ts';
import type {HitsState} from './hits-state.ts';

/** More groups than anybody reads through; narrowing the query is the way on. */
export const mostGroups = 5000;
const spinnerDelayMs = 150; // A faster answer shows no sign of waiting: no flash.

/** Search for what stands in the filter box, anew. A text that does not parse is told and changes nothing else. */
export function askHits(state: State): Update {
	const {hits, sessions, now, settings} = state;
	const parsed = parseFilter(sessions.filter.text, now, settings.timeZone);
	if (parsed.problem !== undefined) {
		return {state: {...state, sessions: {...sessions, problem: parsed.problem}}, effects: []};
	}

	const {query} = parsed;
	const text = sessions.filter.text.trim();
	const patterns = listMomentPatterns(query);
	const loggedText = hits.loggedText === text ? text : undefined;
	const emptied: HitsState = {...initialHits, applied: {text, query, patterns}, loggedText, lastRequestId: hits.lastRequestId, isPreviewOpen: hits.isPreviewOpen};
	const next: State = {...state, hits: emptied, sessions: {...sessions, problem: undefined}};
	const stop: readonly Effect[] = [{type: 'forget', name: 'ask'}, {type: 'forget', name: 'hitsWaited'}, {type: 'stopHits'}];
	if (patterns.length === 0) {
		return {state: next, effects: stop};
	}

	const started = start(next);
	return {state: started.state, effects: [...stop, ...started.effects]};
}

/** Search in the sessions behind the last one found, if there are any. */
export function askMoreHits(state: State): Update {
	const {hits} = state;
	const isEnough = hits.isComplete || hits.search !== undefined || hits.failure !== undefined || hits.groups.length >= mostGroups;
	return isEnough ? {state, effects: []} : start(state);
}

/** Coming to the list: search unless it already answers what stands in the filter box. */
export function resumeHits(state: State): Update {
	return state.hits.applied?.text === state.sessions.filter.text.trim() ? {state, effects: []} : askHits(state);
}

/** End the search under way; what it found stays. */
export function stopHits(state: State): Update {
	return {state: changeHits(state, {search: undefined, awaited: undefined}), effects: [{type: 'stopHits'}, {type: 'forget', name: 'hitsWaited'}]};
}

function start(state: State): Update {
	const {applied, loggedText, groups, lastRequestId} = state.hits;
	if (applied === undefined) {
		return {state, effects: []};
	}

	const requestId = lastRequestId + 1;
	const after = groups.at(-1)?.session;
	return {
		state: changeHits(state, {search: {requestId, waitedMs: 0, progress: undefined}, lastRequestId: requestId, isComplete: false, failure: undefined}),
		effects: [
			{type: 'findHits', requestId, text: applied.text, isNew: loggedText !== applied.text, query: applied.query, after: after === undefined ? undefined : {host: after.host, rec: after.rec}},
			{type: 'after', name: 'hitsWaited', delayMs: spinnerDelayMs, action: {type: 'hitsWaited', requestId, waitedMs: spinnerDelayMs}},
		],
	};
}
