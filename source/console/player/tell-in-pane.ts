import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {nameKeyOf} from '../name-key-of.ts';
import type {View} from '../view.ts';
import type {PlayerState} from './player-state.ts';
import {isInputOnly} from './stream-words.ts';

/** What stands in the pane's place while no recording is painted there. */
export function tellInPane({stage, failure, session}: PlayerState, {state, glyphs}: View): ReadonlyArray<readonly Piece[]> {
	if (stage === 'open' && isInputOnly(session)) {
		return [
			[],
			[{text: ' Only typed input was stored.'}],
			[],
			[{text: ' The bar shows when something was typed; export --stream input gives it.', look: 'dim'}],
		];
	}

	if (stage !== 'failed') {
		return [];
	}

	return [
		[],
		[{text: ` ${glyphs.gap} `, look: 'danger'}, {text: showControls(failure ?? '')}],
		[],
		[{text: `   ${nameKeyOf('app.back', state)} goes back to the list.`, look: 'dim'}],
	];
}
