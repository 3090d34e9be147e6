import type {PlayerState} from './player-state.ts';

/** Where the person already is in mind: the target of a seek under way. */
export function whereTo(player: PlayerState): number {
	return player.targetMs ?? player.positionMs;
}
