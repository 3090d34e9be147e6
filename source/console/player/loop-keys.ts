import {unchanged} from './outcome.ts';
import type {Outcome} from './outcome.ts';
import type {PlayerState} from './player-state.ts';
import {whereTo} from './where-to.ts';

const shortestMs = 1000;

/** First the loop's start, then its end, then no loop. */
export function markLoop(player: PlayerState): Outcome {
	const {loop} = player;
	const hereMs = whereTo(player);
	if (player.session.state === 'live') {
		return {...unchanged(player), notice: 'No loop while the recording is live.'};
	}

	if (typeof loop !== 'object') {
		return {...unchanged({...player, loop: {fromMs: hereMs, untilMs: undefined}}), notice: nameKey => `Loop starts here; ${nameKey('loop.mark')} again sets its end.`};
	}

	if (loop.untilMs !== undefined) {
		return {...unchanged({...player, loop: undefined}), notice: 'Loop off.'};
	}

	if (Math.abs(hereMs - loop.fromMs) < shortestMs) {
		return {...unchanged(player), notice: 'A loop is at least 1 s long.'};
	}

	return unchanged({...player, loop: {fromMs: Math.min(hereMs, loop.fromMs), untilMs: Math.max(hereMs, loop.fromMs)}});
}

/** Go back to the start at the end, or no longer. */
export function toggleLoopAll(player: PlayerState): Outcome {
	if (player.session.state === 'live') {
		return {...unchanged(player), notice: 'No loop while the recording is live.'};
	}

	return player.loop === 'all'
		? {...unchanged({...player, loop: undefined}), notice: 'Loop off.'}
		: {...unchanged({...player, loop: 'all'}), notice: 'The whole recording is played again and again.'};
}
