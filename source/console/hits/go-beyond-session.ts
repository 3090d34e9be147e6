import {openPlayer} from '../player/open-player.ts';
import type {State, Update} from '../state.ts';
import {addressOf} from '../sessions/address-of.ts';
import {groupDigits} from '../text/format-length.ts';
import {askMoreHits, mostGroups} from './ask-hits.ts';
import {changeHits} from './change-hits.ts';
import {isPartial, loadGroup, showHit} from './fold-group.ts';
import type {HitGroup, HitPlace} from './hits-state.ts';

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
	const own = hits.groups[at];
	if (own !== undefined && direction === 'next' && isPartial(own)) {
		return awaitHits(state, own, direction);
	}

	const other = at === -1 ? undefined : hits.groups[at + (direction === 'next' ? 1 : -1)];
	if (other !== undefined) {
		return direction === 'prev' && isPartial(other)
			? awaitHits(state, other, direction)
			: tellLeftOut(playHit(state, {address: other.address, index: direction === 'next' ? 0 : other.hits.length - 1}), direction === 'next' ? own : other);
	}

	const isEnd = at === -1 || direction === 'prev' || (hits.isComplete && hits.search === undefined);
	return isEnd ? undefined : awaitNext(state);
}

/** When the player waits for the next session and it was found: play it. */
export function goOnAwaited(state: State): Update {
	const {hits, screen} = state;
	if (hits.awaited?.type !== 'session') {
		return {state, effects: []};
	}

	const next = screen === 'player' ? goBeyondSession(state, 'next') : undefined;
	return next === undefined || next.state.player === state.player ? {state, effects: []} : next;
}

function awaitNext(state: State): Update {
	const asked = askMoreHits(state);
	const {search, failure} = asked.state.hits;
	if (search === undefined) {
		const why = failure === undefined ? `More than ${groupDigits(mostGroups)} sessions are not listed: narrow the search.` : `The search failed: ${failure.message}; r in the list searches again.`;
		return {state: {...state, notice: {text: why, isError: failure !== undefined}}, effects: []};
	}

	return {state: {...changeHits(asked.state, {awaited: {type: 'session'}}), notice: {text: 'Searching the next sessions for a hit.', isError: false}}, effects: asked.effects};
}

/** Go on when all hits of a session are loaded. */
function awaitHits(state: State, group: HitGroup, direction: 'next' | 'prev'): Update {
	const loading = group.isLoading ? {state, effects: []} : loadGroup(state, group, false);
	const awaiting = changeHits(loading.state, {awaited: {type: 'hits', address: group.address, direction}});
	return {state: {...awaiting, notice: {text: `Reading the ${groupDigits(group.count)} hits of ${direction === 'next' ? 'this recording' : 'the recording before'}.`, isError: false}}, effects: loading.effects};
}

/** Hits that are passed over, because nobody would list so many, are told. */
function tellLeftOut(update: Update, group: HitGroup | undefined): Update {
	return group === undefined || group.hits.length >= group.count
		? update
		: {...update, state: {...update.state, notice: {text: `Only the first ${groupDigits(group.hits.length)} of ${groupDigits(group.count)} hits are listed; / in the recording finds others.`, isError: false}}};
}

