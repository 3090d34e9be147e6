import {isGap} from '../../store/is-gap.ts';
import type {Gap} from '../../store/store.ts';
import type {PlayerState} from './player-state.ts';

/** The gap because of which the screen may be wrong at the present position: the last one before it, until the whole screen was drawn anew. */
export function findUncertainGap({recording, positionMs}: PlayerState): Gap | undefined {
	return recording.gaps.findLast(gap => isGap(gap) && gap.kind !== 'clock' && gap.kind !== 'late' && gap.fromMs <= positionMs && positionMs < (gap.certainMs ?? Infinity));
}

/** The banner on the pane's first line: what is missing, and what that means. */
export function describeGap(gap: Gap): string {
	const {kind, detail, fromMs, untilMs} = gap;
	const length = untilMs > fromMs ? `, ${((untilMs - fromMs) / 1000).toFixed(1)} s` : '';
	return `scribery: ${detail}${length}.${kind === 'clock' ? '' : ' The screen may be wrong until it is redrawn.'}`;
}
