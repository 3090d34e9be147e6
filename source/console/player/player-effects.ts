import type {Loop} from '../loop.ts';
import type {Ports} from '../ports.ts';
import type {PlayerEffect} from './player-effect.ts';

export type PlayerEffects = {
	readonly run: (effect: PlayerEffect) => void;
	/** After each frame of Ink: what Ink has drawn over must be painted again. */
	readonly paintAgain: () => void;
	readonly close: () => Promise<void>;
};

export function createPlayerEffects(_ports: Ports, dispatch: Loop['dispatch']): PlayerEffects {
	return {
		run(effect) {
			if (effect.type === 'open') {
				dispatch({type: 'openFailed', message: 'The player cannot read recordings yet.'});
			}
		},
		paintAgain() {
			// Nothing is painted outside Ink yet.
		},
		async close() {
			// Nothing is open yet.
		},
	};
}
