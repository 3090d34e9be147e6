import type {Hint} from '../hints.ts';
import type {PlayerState} from './player-state.ts';

/** The keys worth telling in the player, the most needed first. */
export function playerHints({isPlaying, recording}: PlayerState): readonly Hint[] {
	return [
		['play.toggle', isPlaying ? 'pause' : 'play'],
		['seek.fwd5', '5s'],
		['seek.fwd60', '1m'],
		['step.forward', 'step'],
		...recording.gaps.length > 0 ? [['problem.next', 'gap'] as const] : [],
		['play.faster', 'faster'],
		['idle.toggle', 'idle limit'],
		['pane.full', 'full'],
		['app.command', 'command'],
		['app.back', 'back'],
	];
}
