import {unchanged} from '../outcome.ts';
import type {Outcome} from '../outcome.ts';
import type {PlayerState} from '../player-state.ts';
import {seekTo} from '../seek.ts';
import {whereTo} from '../where-to.ts';

/** To the first instant at which the next or previous hit was there; `undefined` when there is none on that side. */
export function goToHit(player: PlayerState, direction: 1 | -1): Outcome | undefined {
	const hits = player.hits?.hits ?? [];
	const hereMs = whereTo(player);
	const hit = direction === 1 ? hits.find(({fromMs}) => fromMs > hereMs) : hits.findLast(({fromMs}) => fromMs < hereMs);
	return hit === undefined ? undefined : seekTo(player, hit.fromMs);
}

/** Why there is no hit to go to. */
export function refuseHit(player: PlayerState, direction: 1 | -1): Outcome {
	if (player.hits === undefined) {
		return {...unchanged(player), notice: nameKey => `Nothing is looked for: ${nameKey('filter.edit')} searches this recording.`};
	}

	return {...unchanged(player), notice: player.hits.hits.length === 0 ? 'No hit in this recording.' : (direction === 1 ? 'That was the last hit.' : 'That was the first hit.')};
}
