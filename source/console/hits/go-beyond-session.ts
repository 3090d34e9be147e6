import {openPlayer} from '../player/open-player.ts';
import type {State, Update} from '../state.ts';
import {addressOf} from '../sessions/address-of.ts';
import {askMoreHits} from './ask-hits.ts';
import {changeHits} from './change-hits.ts';
import {showHit} from './fold-group.ts';
import type {HitPlace} from './hits-state.ts';

/** Play from a hit, with the session's other hits at hand. The row of the hit is chosen, so that the way back leads to it. */
export function playHit(state: State, place: HitPlace): Update {
	const group = state.hits.groups.find(({address}) => address === place.address);
	const hit = group?.hits[Math.max(0, place.index)] ?? group?.hits[0];
	if (group === undefined || hit === undefined || state.hits.applied === undefined) {
		return {state, effects: []};
	}

	const chosen = showHit(state, {address: group.address, index: group.hits.indexOf(hit)});
	return openPlayer(chosen, group.session, hit.fromMs, {patterns: state.hits.applied.patterns.map(({pattern}) => pattern), hits: group.hits, count: group.count});
}

/**
From the player, past a session's last or first hit: play the next or previous session that has one.

@param state - the player is on the screen.
@param direction - `next` sessions are the older ones, as in the list.
@returns `undefined` when the played session is not one of the list, or there is none in that direction.
*/
export function goBeyondSession(state: State, direction: 'next' | 'prev'): Update | undefined {
	const {hits, player} = state;
	const address = player === undefined ? undefined : addressOf(player.session);
	const at = hits.groups.findIndex(group => group.address === address);
	const other = at === -1 ? undefined : hits.groups[at + (direction === 'next' ? 1 : -1)];
	if (other !== undefined) {
		return playHit(state, {address: other.address, index: direction === 'next' ? 0 : other.hits.length - 1});
	}

	const isEnd = at === -1 || direction === 'prev' || (hits.isComplete && hits.search === undefined);
	return isEnd ? undefined : awaitNext(state);
}

/** When the player waits for the next session and it was found: play it. */
export function goOnAwaited(state: State): Update {
	const {hits, screen} = state;
	if (!hits.isAwaited) {
		return {state, effects: []};
	}

	const next = screen === 'player' ? goBeyondSession(state, 'next') : undefined;
	return next === undefined || next.state.player === state.player ? {state, effects: []} : {state: changeHits(next.state, {isAwaited: false}), effects: next.effects};
}

function awaitNext(state: State): Update {
	const asked = askMoreHits(state);
	return {state: {...changeHits(asked.state, {isAwaited: true}), notice: {text: 'Searching the next sessions for a hit.', isError: false}}, effects: asked.effects};
}

