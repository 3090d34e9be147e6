import {unchanged} from '../outcome.ts';
import type {Outcome} from '../outcome.ts';
import type {PlayerAction} from '../player-action.ts';
import type {PlayerState} from '../player-state.ts';
import {startTimer} from '../player-timer.ts';
import {seekTo} from '../seek.ts';
import {whereTo} from '../where-to.ts';

/** What the search of this recording found: go to the next hit from here. Later answers to the same search only add what came in. */
export function takeHits(player: PlayerState, {query, hits, count, isIndexed}: Extract<PlayerAction, {type: 'foundHere'}>): Outcome {
	const {asked, isWaiting} = player.search;
	if (asked?.query !== query) {
		return unchanged(player);
	}

	const found: PlayerState = {...player, hits: {patterns: asked.patterns, hits, count}, search: {...player.search, isWaiting: false, isIndexed}};
	const again = player.session.state === 'live' ? [startTimer('hits')] : [];
	if (!isWaiting) {
		const isFirst = (player.hits?.count ?? 0) === 0 && count > 0;
		return {player: found, effects: again, ...(isFirst && {notice: nameKey => `Found by now: ${count} in this recording; ${nameKey('hit.next')} and ${nameKey('hit.prev')} go there.`})};
	}

	const next = hits.find(({fromMs}) => fromMs >= whereTo(player)) ?? hits[0];
	if (next === undefined) {
		return {player: found, effects: again, notice: isIndexed ? 'No hit in this recording.' : 'This recording is not indexed yet: what it showed cannot be searched. :index reads it.'};
	}

	const gone = seekTo(found, next.fromMs);
	return {...gone, effects: [...gone.effects, ...again], ...(next.fromMs < whereTo(player) && {notice: 'No hit from here on: this is the first one.'})};
}

/** Look again in a recording that has grown, or that was not indexed to its end; while the first answer is still to come, tell so. */
export function searchAgain(player: PlayerState): Outcome {
	const {asked, isWaiting, searchedId, isIndexed} = player.search;
	if (asked === undefined || player.stage !== 'open') {
		return unchanged(player);
	}

	if (isWaiting) {
		return {...unchanged(player), notice: 'Searching …'};
	}

	if (player.hits === undefined) {
		// The first answer was an error: perhaps the search could not be logged.
		return unchanged(player);
	}

	const {lastId} = player.session;
	return isIndexed && lastId === searchedId
		? {player, effects: [startTimer('hits')]}
		: {player: {...player, search: {...player.search, searchedId: lastId}}, effects: [{type: 'searchHere', query: asked.query, patterns: asked.patterns, isNew: false}]};
}
