import type {KeyAction} from '../keys/key-table.ts';
import type {Piece} from './components/row.tsx';
import {nameKeyOf} from './name-key-of.ts';
import type {State} from './state.ts';
import {measurePieces} from './text/pieces.ts';
import type {View} from './view.ts';

/** A key worth telling in the last row, or some that belong together, with a word for it. */
export type Hint = readonly [actions: KeyAction | readonly KeyAction[], word: string];

/**
The last row of a screen: the hints that fit, the first ones first, and the way to the help.

@param hints - what to tell, the most useful first.
@param view - for the width, and how keys are set and named.
@param view.state - likewise.
@param hasHelp - false while typing: a question mark is text then.
*/
export function drawHints(hints: readonly Hint[], {state}: View, hasHelp = true): readonly Piece[] {
	const help = hasHelp ? drawHint(['app.help', 'help'], state) : [];
	const row: Piece[] = [{text: ' '}];
	for (const hint of hints) {
		const pieces = drawHint(hint, state);
		if (measurePieces([...row, ...pieces, ...help]) <= state.size.columns) {
			row.push(...pieces);
		}
	}

	return [...row, ...help];
}

function drawHint([actions, word]: Hint, state: State): readonly Piece[] {
	const end = actions === 'app.help' ? '' : '  ';
	const keys = [actions].flat().map(action => nameKeyOf(action, state)).join(state.settings.glyphs === 'ascii' ? ' ' : '');
	return [{text: keys, look: 'accent'}, {text: ` ${word}${end}`, look: 'text'}];
}
