import type {Effect} from '../effect.ts';
import type {State, Update} from '../state.ts';
import {addressOf} from './address-of.ts';
import {parseFilter} from './parse-filter.ts';
import type {Asking, SessionsState} from './sessions-state.ts';

const pageRows = 200;
const moreRows = 500;
/** More rows than anybody scrolls through; narrowing the filter is the way on. */
export const loadedLimit = 5000;
const spinnerDelayMs = 150; // A faster answer shows no sign of waiting: no flash.

/** Ask for the sessions of what stands in the filter box. A text that does not parse is told and changes nothing else. */
export function askFiltered(state: State): Update {
	const {sessions} = state;
	const parsed = parseFilter(sessions.filter.text, state.now, state.settings.timeZone);
	if (parsed.problem !== undefined) {
		return {state: {...state, sessions: {...sessions, problem: parsed.problem}}, effects: []};
	}

	const asked = ask({...state, sessions: {...sessions, problem: undefined}}, {why: 'replace', text: sessions.filter.text.trim(), query: parsed.query});
	return {...asked, effects: [{type: 'forget', name: 'ask'}, ...asked.effects]};
}

/** Read the same rows again, and with them whether there are new ones. What is being typed meanwhile is still asked for in its time. */
export function askAgain(state: State, why: 'replace' | 'refresh'): Update {
	return ask(state, {why, ...state.sessions.applied});
}

/** Ask for the rows behind the last one, if there are more. */
export function askMore(state: State): Update {
	return hasMore(state.sessions) && state.sessions.asking === undefined ? ask(state, {why: 'more', ...state.sessions.applied}) : {state, effects: []};
}

/** Ask for all rows that are not there yet, to go to the last one. */
export function askLast(state: State): Update {
	return hasMore(state.sessions) ? ask(state, {why: 'more', ...state.sessions.applied, isToLast: true}) : {state, effects: []};
}

/** For an empty answer: ask how many sessions there would be without each part of the filter. */
export function askWithout({sessions: {applied}}: State): readonly Effect[] {
	const {query, text} = applied;
	return query.type === 'all' ? [] : [{type: 'countWithout', text, query}];
}

/** Read where the gaps of the chosen session are, once the choice has settled. */
export function askDetails(sessions: SessionsState): readonly Effect[] {
	const session = sessions.rows.find(row => addressOf(row) === sessions.selected);
	if (session === undefined || sessions.details?.address === sessions.selected) {
		return [];
	}

	return [{type: 'readMarks', session}];
}

function hasMore({rows, counts}: SessionsState): boolean {
	return rows.length < Math.min(loadedLimit, counts?.matching ?? 0);
}

type Wish = Pick<Asking, 'why' | 'text' | 'query'> & {readonly isToLast?: boolean};

function ask(state: State, {why, text, query, isToLast = false}: Wish): Update {
	const {sessions} = state;
	const requestId = sessions.lastRequestId + 1;
	const asking: Asking = {requestId, why, text, query, waitedMs: 0, isToLast};
	const loaded = sessions.rows.length;
	const [limit, offset] = why === 'more' ? [isToLast ? loadedLimit - loaded : moreRows, loaded] : [why === 'refresh' ? Math.min(Math.max(pageRows, loaded), sessions.firstRow + pageRows) : pageRows, 0];
	return {
		state: {...state, sessions: {...sessions, asking, lastRequestId: requestId}},
		effects: [
			{
				type: 'list', requestId, text, isNew: text !== sessions.applied.text || sessions.counts === undefined,
				request: {query, sort: sessions.sort, isDescending: sessions.isDescending, limit, offset},
			},
			{type: 'after', name: 'waited', delayMs: spinnerDelayMs, action: {type: 'waited', requestId, waitedMs: spinnerDelayMs}},
		],
	};
}
