import type {KeyAction} from '../../keys/key-table.ts';
import type {Effect} from '../effect.ts';
import type {PlayerState} from './player-state.ts';

/** What a key or an answer makes of the player. */
export type Outcome = {
	readonly player: PlayerState;
	readonly effects: readonly Effect[];
	/** One line for the person; one that names keys is given their names, for people set their own. */
	readonly notice?: string | ((nameKey: (action: KeyAction) => string) => string);
};

export function unchanged(player: PlayerState): Outcome {
	return {player, effects: []};
}
