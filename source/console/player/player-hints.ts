import type {Hint} from '../hints.ts';
import type {PlayerState} from './player-state.ts';

/** The keys worth telling in the player, the most needed first. */
export function playerHints({isPlaying, recording, stage}: PlayerState): readonly Hint[] {
	if (stage !== 'open') {
		return [['app.back', 'back']];
	}

	return [
		['play.toggle', isPlaying ? 'pause' : 'play'],
		[['seek.back5', 'seek.fwd5'], '5s'],
		[['seek.fwd60', 'seek.back60'], '1m'],
		[['step.back', 'step.forward'], 'step'],
		...recording.gaps.length > 0 ? [['problem.next', 'gap'] as const] : [],
		[['play.slower', 'play.faster'], 'speed'],
		['idle.toggle', 'idle limit'],
		['pane.full', 'full'],
		['app.command', 'command'],
		['app.back', 'back'],
	];
}
