import type {Effect} from '../effect.ts';
import {addressOf} from '../sessions/address-of.ts';
import type {State, Update} from '../state.ts';
import {groupDigits} from '../text/format-length.ts';
import {askWall} from './ask-wall.ts';
import {changeWall} from './change-wall.ts';
import {keepTileVisible} from './choose-tile.ts';
import {orderTiles} from './order-tiles.ts';
import type {WallAction} from './wall-action.ts';

const refreshMs = 1000;

/** What an answer from outside does. */
export function updateWall(state: State, action: WallAction): Update {
	const {wall} = state;
	switch (action.type) {
		case 'wallListed': {
			return isWanted(state, action) ? take(state, action) : same(state);
		}

		case 'wallUnchanged': {
			return isWanted(state, action) ? reorder({...changeWall(state, {isAsking: false, readAt: action.now}), now: action.now}) : same(state);
		}

		case 'wallFailed': {
			return isWanted(state, action) ? fail(state, action) : same(state);
		}

		case 'wallDue': {
			return state.screen === 'live' && !wall.isAsking ? askWall(state) : same(state);
		}

		case 'runningCounted': {
			return same(wall.running === action.running ? state : changeWall(state, {running: action.running}));
		}

		case 'tileFailed': {
			const problems = new Map(wall.problems);
			if (action.message === undefined) {
				problems.delete(action.address);
			} else {
				problems.set(action.address, action.message);
			}

			return same(changeWall(state, {problems}));
		}

		default: {
			return action satisfies never;
		}
	}
}

function isWanted({wall}: State, {requestId}: {readonly requestId: number}): boolean {
	return wall.requestId === requestId;
}

function take(state: State, {sessions, revision, now}: Extract<WallAction, {type: 'wallListed'}>): Update {
	const text = state.sessions.filter.text.trim();
	const isOther = text !== state.wall.text;
	const addresses = new Set(sessions.map(session => addressOf(session)));
	const kept: Partial<State['wall']> = {
		text, sessions, revision, readAt: now, isAsking: false, isReread: false, failure: undefined,
		problems: new Map([...state.wall.problems].filter(([address]) => addresses.has(address))),
		...(isOther && {order: [], ranks: new Map()}),
		...(text === '' && {running: sessions.length}),
	};
	const told = state.wall.isReread ? {text: `Read again: ${groupDigits(sessions.length)} running.`, isError: false} : state.notice;
	return reorder({...changeWall(state, kept), now, notice: told});
}

function reorder(state: State): Update {
	const ordered = changeWall(state, orderTiles(state.wall, state.wall.sessions, state.now));
	return {state: keepTileVisible(ordered), effects: [refreshLater]};
}

function fail(state: State, {message, isAccess, problem}: Extract<WallAction, {type: 'wallFailed'}>): Update {
	if (problem !== undefined) {
		return same({...changeWall(state, {isAsking: false, isReread: false}), sessions: {...state.sessions, problem}});
	}

	const emptied = isAccess ? {sessions: [], order: [], text: undefined} : {};
	return {state: changeWall(state, {...emptied, isAsking: false, isReread: false, failure: {message, isAccess}}), effects: [refreshLater]};
}

const refreshLater: Effect = {type: 'after', name: 'wall', delayMs: refreshMs, action: {type: 'wallDue'}};

function same(state: State): Update {
	return {state, effects: []};
}
