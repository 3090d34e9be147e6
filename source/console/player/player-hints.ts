import {isGap} from '../../store/is-gap.ts';
import type {Hint} from '../hints.ts';
import type {PlayerState} from './player-state.ts';

/** The keys worth telling in the player, the most needed first. */
export function playerHints({isPlaying, recording, stage, selection, panel, hits}: PlayerState): readonly Hint[] {
	if (stage !== 'open') {
		return [['app.back', 'back']];
	}

	if (selection !== undefined) {
		return [[['select.left', 'select.down', 'select.up', 'select.right'], 'move'], ['select.extend', 'line, block, off'], ['select.copy', 'copy'], ['app.cancel', 'leave']];
	}

	if (panel.chosen !== undefined) {
		return [['event.goto', 'go there'], [['move.down', 'move.up'], 'choose'], ['event.detail', 'detail'], ['events.kinds', 'kinds'], ['focus.next', 'recording'], ['app.command', 'command']];
	}

	return [
		['play.toggle', isPlaying ? 'pause' : 'play'],
		[['seek.back5', 'seek.fwd5'], '5s'],
		[['seek.fwd60', 'seek.back60'], '1m'],
		[['step.back', 'step.forward'], 'step'],
		...hits === undefined ? [] : [[['hit.next', 'hit.prev'], 'hit']] as const,
		...recording.gaps.length > 0 ? [['problem.next', recording.gaps.some(gap => isGap(gap)) ? 'gap' : 'problem'] as const] : [],
		[['play.slower', 'play.faster'], 'speed'],
		['filter.edit', 'search'],
		['events.toggle', 'events'],
		['idle.toggle', 'idle limit'],
		['pane.full', 'full'],
		['app.command', 'command'],
		['app.back', 'back'],
	];
}
