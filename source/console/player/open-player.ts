import type {Session} from '../../store/store.ts';
import type {State, Update} from '../state.ts';
import type {PlayerHits} from './hits/player-hits.ts';
import {newPlayer} from './new-player.ts';
import type {PlayerState} from './player-state.ts';
import {startTimer} from './player-timer.ts';

/**
Show the player on a recording.

@param state - the present one.
@param session - the recording.
@param positionMs - where playing begins; with hits a second before, so that the hit is seen to come.
@param hits - what led here: marked on the screen, and gone through by `n` and `N`.
*/
export function openPlayer(state: State, session: Session, positionMs: number, hits?: PlayerHits): Update {
	return open(state, {...newPlayer(session, {idleLimitMs: state.settings.idleLimitMs, positionMs, isPausingAtGaps: state.settings.isPausingAtGaps}), hits}, hits === undefined ? 0 : hitLeadMs);
}

/** Show the player on a running recording, at its live edge. */
export function followPlayer(state: State, session: Session): Update {
	return open(state, {...newPlayer(session, {idleLimitMs: state.settings.idleLimitMs, positionMs: session.lengthMs, isPausingAtGaps: state.settings.isPausingAtGaps}), isFollowing: true}, 0);
}

const hitLeadMs = 1000;

function open(state: State, player: PlayerState, leadMs: number): Update {
	const {session, positionMs} = player;
	const {idleLimitMs} = state.settings;
	return {state: {...state, screen: 'player', overlay: undefined, player, hits: {...state.hits, awaited: undefined}}, effects: [{type: 'open', session, positionMs, leadMs, idleLimitMs}, startTimer('opening')]};
}
