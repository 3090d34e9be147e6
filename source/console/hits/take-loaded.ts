import {goToHit} from '../player/hits/go-to-hit.ts';
import {addressOf} from '../sessions/address-of.ts';
import type {State, Update} from '../state.ts';
import {changeHits} from './change-hits.ts';
import {keepHitVisible} from './choose-hit.ts';
import {changeGroup} from './fold-group.ts';
import {goBeyondSession, playHit} from './go-beyond-session.ts';
import type {HitsAction} from './hits-action.ts';

type Loaded = Extract<HitsAction, {type: 'hitsLoaded'}>;

/** The list with all hits of a session; the player has them, too, and goes on if it waited for them. */
export function takeLoaded(state: State, {address, hits, count, isUnfolding}: Loaded): Update {
	const {awaited} = state.hits;
	const isAwaited = awaited?.type === 'hits' && awaited.address === address;
	const loaded = hits === undefined ? {isLoading: false} : {isLoading: false, hits, count, ...(isUnfolding && {shown: hits.length})};
	const listed = giveToPlayer(keepHitVisible(changeGroup(isAwaited ? changeHits(state, {awaited: undefined}) : state, address, loaded)), address);
	if (!isAwaited || state.screen !== 'player') {
		return {state: listed, effects: []};
	}

	if (hits === undefined) {
		return {state: {...listed, notice: {text: 'The other hits of that recording are not found any more: r in the list searches again.', isError: false}}, effects: []};
	}

	return awaited.direction === 'next' ? goOn(listed) : playHit(listed, {address, index: hits.length - 1});
}

/** The player marks and counts the same hits as the list, unless it has searched for others since. */
function giveToPlayer(state: State, address: string): State {
	const {player, hits} = state;
	const group = hits.groups.find(each => each.address === address);
	return group === undefined || player?.hits === undefined || player.search.asked !== undefined || addressOf(player.session) !== address
		? state
		: {...state, player: {...player, hits: {...player.hits, hits: group.hits, count: group.count}}};
}

/** To the next hit of this recording, or of the next one. */
function goOn(state: State): Update {
	const gone = state.player && goToHit(state.player, 1);
	if (gone !== undefined) {
		return {state: {...state, player: gone.player}, effects: gone.effects};
	}

	return goBeyondSession(state, 'next') ?? {state: {...state, notice: {text: 'That was the last hit.', isError: false}}, effects: []};
}
