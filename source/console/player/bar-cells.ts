import type {HeatColumn} from '../../playback/timeline.ts';
import type {PlayerState} from './player-state.ts';

/** Cell of the bar where a position lies. */
export function barCell({timeline}: PlayerState, positionMs: number, columns: number): number {
	const share = timeline.compressedMs === 0 ? 0 : timeline.toCompressed(positionMs) / timeline.compressedMs;
	return Math.max(0, Math.min(columns - 1, Math.floor(share * columns)));
}

/** What each cell of the bar stands for. The same question gets the same answer: it is asked for each frame. */
export function heatOf({timeline}: PlayerState, columns: number): readonly HeatColumn[] {
	const known = answers.get(timeline);
	if (known?.length === columns) {
		return known;
	}

	const heat = timeline.heat(columns);
	answers.set(timeline, heat);
	return heat;
}

const answers = new WeakMap<PlayerState['timeline'], readonly HeatColumn[]>();
