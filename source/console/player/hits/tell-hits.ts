import {printText} from '../../../store/query/print-text.ts';
import {showControls} from '../../../terminal/show-controls.ts';
import type {Piece} from '../../components/row.tsx';
import {groupDigits} from '../../text/format-length.ts';
import type {View} from '../../view.ts';
import type {PlayerState} from '../player-state.ts';

/** `hit 2/3`, and where there is room what for; 0 before the first one. */
export function tellHits({hits, positionMs}: PlayerState, {layout}: View): Piece | undefined {
	if (hits === undefined) {
		return undefined;
	}

	const passed = hits.hits.findLastIndex(({fromMs}) => fromMs <= positionMs) + 1;
	const words = layout.width === 'wide' ? ` ${showControls(hits.patterns.map(pattern => printText(pattern, {isValue: false})).join(' '))}` : '';
	return {text: `hit ${groupDigits(passed)}/${groupDigits(hits.count)}${words}`, look: 'accent'};
}
