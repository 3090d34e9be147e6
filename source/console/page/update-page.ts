import type {KeyAction} from '../../keys/key-table.ts';
import type {State} from '../state.ts';
import {pageHeight} from './draw-page.ts';
import type {PageState} from './page-state.ts';

export function openPage(state: State, title: string, lines: readonly string[]): State {
	return {...state, overlay: {type: 'page', title, lines, firstRow: 0}};
}

/** What a key does on a page: the keys that move scroll it, any other goes back. */
export function doInPage(state: State, page: PageState, action: KeyAction | undefined): State {
	const height = pageHeight(page, state.size.rows);
	const steps: Readonly<Partial<Record<KeyAction, number>>> = {
		'move.down': 1, 'move.up': -1, 'move.halfDown': Math.ceil(height / 2), 'move.halfUp': -Math.ceil(height / 2), 'move.pageDown': height, 'move.pageUp': -height, 'move.first': -Infinity, 'move.last': Infinity,
	};
	const step = action === undefined ? undefined : steps[action];
	if (step === undefined || page.title === '') {
		return {...state, overlay: undefined};
	}

	return {...state, overlay: {...page, type: 'page', firstRow: Math.max(0, Math.min(page.firstRow + step, page.lines.length - height))}};
}
