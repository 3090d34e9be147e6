import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';

/**
What stands where rows would be when there are none.

@param title - what is.
@param lines - why, or what could be done about it.
@param keys - the next steps with their keys.
*/
export function sayEmpty(title: string, lines: readonly string[], keys: string): ReadonlyArray<readonly Piece[]> {
	return [
		[{text: ' '}],
		[{text: `    ${showControls(title)}`, look: 'selected'}],
		...lines.map((line): readonly Piece[] => [{text: `    ${showControls(line)}`}]),
		[{text: ' '}],
		[{text: `    ${keys}`, look: 'accent'}],
	];
}
