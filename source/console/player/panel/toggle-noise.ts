import {unchanged} from '../outcome.ts';
import type {Outcome} from '../outcome.ts';
import type {PlayerState} from '../player-state.ts';

/** Show what every program does by itself among the events, or fold it away again; the keys go back to the recording, for the places in the list are others. */
export function toggleNoise(player: PlayerState): Outcome {
	const isNoiseShown = !player.panel.isNoiseShown;
	const count = player.audit.filter(({isNoise}) => isNoise).length;
	const events = count === 1 ? '1 event' : `${count} events`;
	return {
		...unchanged({...player, panel: {...player.panel, isNoiseShown, chosen: undefined}}),
		notice: count === 0 ? 'No event here is what every program does by itself.' : `${events} that no user asked for: ${isNoiseShown ? 'shown' : 'hidden'}.`,
	};
}
