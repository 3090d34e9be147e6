import type {Piece} from '../components/row.tsx';
import {showControls} from '../../terminal/show-controls.ts';
import type {TextInput} from '../text-input.ts';

/** A line being typed, with the cursor's cell inverse. */
export function drawInput({text, cursor}: TextInput): readonly Piece[] {
	const characters = [...text];
	return [
		{text: showControls(characters.slice(0, cursor).join(''))},
		{text: showControls(characters[cursor] ?? ' '), look: 'match'},
		{text: showControls(characters.slice(cursor + 1).join(''))},
	];
}
