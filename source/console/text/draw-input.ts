import type {Piece} from '../components/row.tsx';
import {showControls} from '../../terminal/show-controls.ts';
import type {Meaning} from '../theme.ts';
import type {TextInput} from '../text-input.ts';

type Wrong = {
	/** In UTF-16 units. */
	readonly offset: number;
	readonly length: number;
};

/** A line being typed, with what is wrong in it; the terminal's own cursor is put on the piece that looks like `cursor`. */
export function drawInput(input: TextInput, wrong?: Wrong): readonly Piece[] {
	const characters = [...input.text];
	const cursor = characters.slice(0, input.cursor).join('').length;
	const cursorEnd = cursor + (characters[input.cursor]?.length ?? 1);
	const text = cursor === input.text.length ? `${input.text} ` : input.text;
	const from = wrong?.offset ?? text.length;
	const until = wrong === undefined ? text.length : from + Math.max(1, wrong.length);
	const lookAt = (at: number): Meaning => at === cursor ? 'cursor' : (at >= from && at < until ? 'wrong' : 'text');
	const edges = [...new Set([0, cursor, cursorEnd, from, until, text.length].filter(edge => edge <= text.length))].toSorted((a, b) => a - b);
	return edges.slice(0, -1).map((edge, index) => ({text: showControls(text.slice(edge, edges[index + 1])), look: lookAt(edge)}));
}
