import {nameKeyOf} from '../name-key-of.ts';
import type {State, Update} from '../state.ts';
import {askMoreHits} from './ask-hits.ts';
import {changeHits} from './change-hits.ts';
import {keepHitVisible} from './choose-hit.ts';
import {goOnAwaited} from './go-beyond-session.ts';
import {chosenHitRow, findHitRow, listHitRows} from './hit-rows.ts';
import {partHits} from './hits-area.ts';
import type {HitsAction} from './hits-action.ts';
import {takeLoaded} from './take-loaded.ts';
import {takeParts} from './take-parts.ts';

const waitStepMs = 1000;
const nearEndRows = 50;
const settleMs = 80; // Moving fast reads no screens in between.

/** What an answer from outside does. */
export function updateHits(state: State, action: HitsAction): Update {
	const {hits} = state;
	switch (action.type) {
		case 'hitsFound': {
			return isWanted(state, action) ? goOnAwaited(takeFound(keepLogged(state), action)) : same(state);
		}

		case 'hitsEnded': {
			return isWanted(state, action) ? finish(keepLogged(state), action.isComplete) : same(state);
		}

		case 'hitsFailed': {
			return isWanted(state, action) ? fail(state, action) : same(state);
		}

		case 'hitsWaited': {
			return isWanted(state, action) ? wait(state, action) : same(state);
		}

		case 'hitsLoaded': {
			return action.query === hits.applied?.query ? takeLoaded(state, action) : same(state);
		}

		case 'hitSettled': {
			return readScreen(state);
		}

		case 'hitScreenRead': {
			return same(changeHits(state, {screen: action.screen}));
		}

		default: {
			return action satisfies never;
		}
	}
}

/** After the choice changed: read the screen around it soon, and further sessions when the last ones are near. */
export function followHit(before: State, after: State): Update {
	if (after.screen !== 'hits' || after.hits.selected === undefined) {
		return before.screen === 'hits' && before.hits.screen !== undefined ? {state: after, effects: [{type: 'closeHitScreen'}]} : same(after);
	}

	const isSameChoice = before.screen === 'hits' && before.hits.selected?.address === after.hits.selected.address && before.hits.selected.index === after.hits.selected.index;
	if (isSameChoice) {
		return same(after);
	}

	const isNearEnd = listHitRows(after.hits).length - findHitRow(after.hits) < nearEndRows;
	const more = isNearEnd && before.hits.selected !== undefined ? askMoreHits(after) : same(after);
	return {state: more.state, effects: [...more.effects, {type: 'after', name: 'hitSettled', delayMs: settleMs, action: {type: 'hitSettled'}}]};
}

function isWanted({hits}: State, {requestId}: {readonly requestId: number}): boolean {
	return hits.search?.requestId === requestId;
}

/** Whatever a search answers, it answers after the access log has its entry. */
function keepLogged(state: State): State {
	return changeHits(state, {loggedText: state.hits.applied?.text});
}

function takeFound(state: State, {parts}: Extract<HitsAction, {type: 'hitsFound'}>): State {
	const {list} = partHits(state.size, state.hits.isPreviewOpen);
	return keepHitVisible({...state, hits: takeParts(state.hits, parts, list)});
}

function finish(state: State, isComplete: boolean): Update {
	const {awaited} = state.hits;
	const isAwaited = awaited?.type === 'session';
	const notice = isAwaited ? {text: isComplete ? 'No further hit.' : `No further hit by now: ${nameKeyOf('hit.next', state)} searches on.`, isError: false} : state.notice;
	return {state: {...changeHits(state, {search: undefined, isComplete, awaited: isAwaited ? undefined : awaited}), notice}, effects: [{type: 'forget', name: 'hitsWaited'}]};
}

function fail(state: State, {message, isAccess, problem}: Extract<HitsAction, {type: 'hitsFailed'}>): Update {
	const isAwaited = state.hits.awaited?.type === 'session';
	const notice = isAwaited ? {text: `The search for further hits failed: ${message}`, isError: true} : state.notice;
	const awaited = isAwaited || isAccess ? undefined : state.hits.awaited;
	if (problem !== undefined) {
		return {state: {...changeHits(state, {search: undefined, awaited}), notice, sessions: {...state.sessions, problem}}, effects: [{type: 'forget', name: 'hitsWaited'}]};
	}

	const emptied = isAccess ? {groups: [], selected: undefined, screen: undefined} : {};
	return {state: {...changeHits(state, {...emptied, search: undefined, awaited, failure: {message, isAccess}}), notice}, effects: [{type: 'forget', name: 'hitsWaited'}]};
}

function wait(state: State, {requestId, waitedMs}: Extract<HitsAction, {type: 'hitsWaited'}>): Update {
	const {search} = state.hits;
	const next = waitedMs < waitStepMs ? waitStepMs : waitedMs + waitStepMs;
	return {
		state: changeHits(state, {search: search && {...search, waitedMs}}),
		effects: [{type: 'after', name: 'hitsWaited', delayMs: next - waitedMs, action: {type: 'hitsWaited', requestId, waitedMs: next}}],
	};
}

function readScreen(state: State): Update {
	const row = chosenHitRow(state.hits);
	const hit = row?.hit ?? row?.group.hits[0];
	const isThere = state.hits.screen?.address === row?.address && state.hits.screen?.positionMs === hit?.fromMs;
	if (row === undefined || hit === undefined || isThere || state.screen !== 'hits') {
		return same(state);
	}

	const patterns = (state.hits.applied?.patterns ?? []).filter(({kinds}) => kinds.includes(hit.kind)).map(({pattern}) => pattern);
	return {state, effects: [{type: 'readHitScreen', session: row.group.session, hit, patterns}]};
}

function same(state: State): Update {
	return {state, effects: []};
}
