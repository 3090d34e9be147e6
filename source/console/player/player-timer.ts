import type {Effect} from '../effect.ts';
import {playerTimers} from './player-action.ts';
import type {PlayerTimer} from './player-action.ts';

const delaysMs: Readonly<Record<PlayerTimer, number>> = {
	opening: 150, // Shorter waits would only flash.
	tenth: 400,
	digits: 5000,
	seek: 150,
	skipped: 1000,
	hold: 1000,
	bar: 2000,
	hits: 2000,
};

/** Send `timedOut` after the time that this is waited for. */
export function startTimer(what: PlayerTimer, delayMs = delaysMs[what]): Effect {
	return {type: 'after', name: `player.${what}`, delayMs, action: {type: 'timedOut', what}};
}

export function stopTimer(what: PlayerTimer): Effect {
	return {type: 'forget', name: `player.${what}`};
}

export function stopAllTimers(): readonly Effect[] {
	return playerTimers.map(what => stopTimer(what));
}
