import type {Piece} from './components/row.tsx';
import type {View} from './view.ts';

/** All that fits below 40×10: why there is nothing else. */
export function drawTooSmall({state: {size}, glyphs}: View): ReadonlyArray<readonly Piece[]> {
	const by = glyphs.times;
	return [[{text: `Too small: 40${by}10 needed (now ${size.columns}${by}${size.rows})`}]];
}
