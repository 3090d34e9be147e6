import {unchanged} from './outcome.ts';
import type {Outcome} from './outcome.ts';
import type {PlayerCommand} from './player-command.ts';
import {toggleNoise} from './panel/toggle-noise.ts';
import type {PlayerState} from './player-state.ts';
import {follow, setIdleLimit, setSpeed} from './press-player.ts';
import {findGoto} from './find-goto.ts';
import {goTo} from './seek.ts';

const slowest = 0.01;
const fastest = 64;

/** Do what was typed on the command line; times of day are of the zone. */
export function obeyCommand(player: PlayerState, command: PlayerCommand, timeZone: string): Outcome {
	if (player.stage === 'failed') {
		return unchanged(player);
	}

	switch (command.type) {
		case 'goto': {
			return goTo(player, findGoto(player, command.text, timeZone));
		}

		case 'speed': {
			return setSpeed(player, Math.max(slowest, Math.min(fastest, command.factor)));
		}

		case 'idle': {
			return setIdleLimit(player, command.limitMs ?? Infinity);
		}

		case 'noise': {
			return toggleNoise(player);
		}

		case 'follow': {
			return follow(player);
		}
	}
}
