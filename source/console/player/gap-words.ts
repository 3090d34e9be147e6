import type {Gap} from '../../store/store.ts';
import type {PlayerState} from './player-state.ts';

/** The gap because of which the screen may be wrong at the present position: the last one before it, until the whole screen was drawn anew. */
export function findUncertainGap({recording, positionMs}: PlayerState): Gap | undefined {
	return recording.gaps.findLast(gap => gap.kind !== 'clock' && gap.fromMs <= positionMs && positionMs < (gap.certainMs ?? Infinity));
}

/** The banner on the pane's first line: what is missing, and what that means. */
export function describeGap(gap: Gap): string {
	return gap.kind === 'clock' ? `scribery: ${sayWhat(gap)}.` : `scribery: ${sayWhat(gap)}. The screen may be wrong until it is redrawn.`;
}

function sayWhat({kind, firstId, lastId, fromMs, untilMs}: Gap): string {
	const count = lastId - firstId + 1;
	const messages = count === 1 ? `message ${firstId}` : `${count} messages (${firstId}–${lastId})`;
	const length = untilMs > fromMs ? `, ${((untilMs - fromMs) / 1000).toFixed(1)} s` : '';
	switch (kind) {
		case 'missing': {
			return `${messages} missing${length}`;
		}

		case 'invalid': {
			return `${messages} unreadable${length}`;
		}

		case 'clock': {
			return `the clock was set back at message ${firstId}`;
		}

		case 'truncated': {
			return `cut off in message ${lastId}`;
		}
	}
}
