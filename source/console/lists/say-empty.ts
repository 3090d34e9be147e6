import {showControls} from '../../terminal/show-controls.ts';
import type {KeyAction} from '../../keys/key-table.ts';
import type {Piece} from '../components/row.tsx';
import {nameKeyOf} from '../name-key-of.ts';
import type {State} from '../state.ts';

/**
What stands where rows would be when there are none.

@param title - what is.
@param lines - why, or what could be done about it.
@param steps - what can be done next: an action with a word for it.
@param state - for how keys are set and named.
*/
export function sayEmpty(title: string, lines: readonly string[], steps: ReadonlyArray<readonly [action: KeyAction, word: string]>, state: State): ReadonlyArray<readonly Piece[]> {
	return [
		[{text: ' '}],
		[{text: `    ${showControls(title)}`, look: 'selected'}],
		...lines.map((line): readonly Piece[] => [{text: `    ${showControls(line)}`}]),
		[{text: ' '}],
		[{text: `    ${steps.map(([action, word]) => `${nameKeyOf(action, state)} ${word}`).join(' '.repeat(3))}`, look: 'accent'}],
	];
}
