import type {Effect} from '../effect.ts';
import type {State, Update} from '../state.ts';
import {askList} from '../lists/ask-list.ts';
import {addressOf} from './address-of.ts';
import {askAgain, askDetails, askFiltered, askMore} from './ask-store.ts';
import {keepVisible} from './move-selection.ts';
import {listWords, parseFilter} from './parse-filter.ts';
import {refreshLater, tickIntervalMs} from './refresh.ts';
import type {SessionsAction} from './sessions-action.ts';
import type {SessionsState} from './sessions-state.ts';
import {takePage} from './take-page.ts';

const timeoutMs = 30_000;
const waitStepMs = 1000;

/** Read the list for the first time. */
export function startSessions(state: State): Update {
	const asked = askFiltered(state);
	const {problem} = asked.state.sessions;
	if (problem === undefined) {
		return asked;
	}

	// Everything is shown, with the filter open to be mended.
	const all = askAgain(state, 'replace');
	return {state: {...all.state, sessions: {...all.state.sessions, problem, isEditing: true}}, effects: all.effects};
}

/** Back from another screen: what is shown may be old, or answer what stood in the filter box before. */
export function resumeSessions(state: State): Update {
	const {filter, applied, asking} = state.sessions;
	if (asking?.text !== filter.text.trim() && filter.text.trim() !== applied.text) {
		return askFiltered(state);
	}

	return asking === undefined ? askAgain(state, 'refresh') : same(state);
}

/** What an answer from outside does. */
export function updateSessions(state: State, action: SessionsAction): Update {
	const {sessions} = state;
	switch (action.type) {
		case 'listed': {
			return sessions.asking?.requestId === action.requestId ? takePage(state, sessions.asking, action) : same(state);
		}

		case 'listFailed': {
			return sessions.asking?.requestId === action.requestId ? failOrRefuse(state, action) : same(state);
		}

		case 'waited': {
			return wait(state, action.requestId, action.waitedMs);
		}

		case 'rankDue': {
			return same(state, rankTyped(state));
		}

		case 'askDue': {
			return askList(state);
		}

		case 'ranked': {
			return takeRanking(state, action);
		}

		case 'refreshDue': {
			return state.screen === 'sessions' && sessions.asking === undefined ? same(state, [{type: 'check', revision: sessions.revision, goodAt: action.goodAt}]) : same(state);
		}

		case 'unchanged': {
			return confirm(state, action.now);
		}

		case 'changed': {
			return sessions.asking === undefined ? askAgain(state, 'refresh') : same(state);
		}

		case 'checkFailed': {
			return fail({...state, sessions: {...sessions, readAt: action.goodAt}}, {...action, isAccess: false});
		}

		case 'settled': {
			return same(state, askDetails(sessions));
		}

		case 'marksRead': {
			return same({...state, sessions: {...sessions, details: {address: action.address, marks: action.marks}}});
		}

		case 'namesRead': {
			return same({...state, sessions: {...sessions, names: action.names}});
		}

		case 'withoutCounted': {
			return action.text === sessions.applied.text ? same({...state, sessions: {...sessions, without: action.without}}) : same(state);
		}

		default: {
			return action satisfies never;
		}
	}
}

/** After the choice of a row changed: read its details soon, and further rows when the last ones are near. */
export function followSelection(before: State, after: State): Update {
	if (before.sessions.selected === after.sessions.selected) {
		return same(after);
	}

	const {rows, selected} = after.sessions;
	const settle: Effect = {type: 'after', name: 'settle', delayMs: 80, action: {type: 'settled'}};
	const isNearEnd = rows.slice(-50).some(session => addressOf(session) === selected);
	const more = isNearEnd ? askMore(after) : same(after);
	return {state: more.state, effects: [settle, ...more.effects]};
}

/** The rows are still what the store has. Where nothing shows that, the state stays the same, so that nothing is drawn. */
function confirm(state: State, now: number): Update {
	if (tickIntervalMs(state) === undefined) {
		return {state, effects: [refreshLater(state, now)]};
	}

	const next = {...state, now, sessions: {...state.sessions, readAt: now, failure: undefined}};
	return {state: next, effects: [refreshLater(next)]};
}

/** A refused filter keeps the rows of the last good one, as one that does not parse does. */
function failOrRefuse(state: State, action: Extract<SessionsAction, {type: 'listFailed'}>): Update {
	const {problem} = action;
	return problem === undefined ? fail(state, action) : same({...state, sessions: {...state.sessions, asking: undefined, problem}}, [{type: 'forget', name: 'waited'}]);
}

function fail(state: State, {message, isAccess, now}: {readonly message: string; readonly isAccess: boolean; readonly now: number}): Update {
	const {sessions} = state;
	const failure = {message, isAccess, since: sessions.failure?.since ?? now};
	const kept: SessionsState = isAccess ? {...sessions, rows: [], counts: undefined, ranking: undefined, details: undefined} : sessions;
	const next = {...state, now, sessions: {...kept, failure, asking: undefined}};
	return {state: next, effects: [{type: 'forget', name: 'waited'}, refreshLater(next)]};
}

/** The rows stay as they are; only the sign of waiting grows, until the answer is given up. */
function wait(state: State, requestId: number, waitedMs: number): Update {
	const {sessions} = state;
	if (sessions.asking?.requestId !== requestId) {
		return same(state);
	}

	if (waitedMs >= timeoutMs) {
		return fail(state, {message: `${state.store.name} has not answered for 30 s.`, isAccess: false, now: state.now});
	}

	const next = waitedMs < waitStepMs ? waitStepMs : waitedMs + waitStepMs;
	return {
		state: {...state, sessions: {...sessions, asking: {...sessions.asking, waitedMs}}},
		effects: [{type: 'after', name: 'waited', delayMs: next - waitedMs, action: {type: 'waited', requestId, waitedMs: next}}],
	};
}

/** While typing, the rows already there are ranked at once; the store is asked a little later. */
function rankTyped({now, sessions, settings}: State): readonly Effect[] {
	const {text} = sessions.filter;
	const parsed = parseFilter(text, now, settings.timeZone);
	const words = parsed.problem === undefined ? listWords(parsed.query) : [];
	return words.length > 0 ? [{type: 'rank', text: text.trim(), words, rows: sessions.rows}] : [];
}

function takeRanking(state: State, {text, order, matches}: Extract<SessionsAction, {type: 'ranked'}>): Update {
	const {sessions} = state;
	const isAnswer = text === sessions.applied.text;
	if (!sessions.isRanked || (!isAnswer && text !== sessions.filter.text.trim())) {
		return same(state);
	}

	// The store has chosen the rows of its own answer: those that fuse.js would not find stay.
	const ranked = {...sessions, ranking: {order, matches, isStrict: !isAnswer}};
	return same(keepVisible({...state, sessions: isAnswer || order.length > 0 ? ranked : sessions}));
}

function same(state: State, effects: readonly Effect[] = []): Update {
	return {state, effects};
}
