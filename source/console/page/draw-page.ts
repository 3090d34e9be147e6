import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {cutEnd} from '../text/fit-text.ts';
import type {View} from '../view.ts';
import type {PageState} from './page-state.ts';

/** The text, row by row; with a title a row of that, and one that says how to go on. */
export function drawPage({state: {size}, glyphs}: View, page: PageState): ReadonlyArray<readonly Piece[]> {
	const height = pageHeight(page, size.rows);
	const shown = page.lines.slice(page.firstRow, page.firstRow + height).map((line): readonly Piece[] => [{text: cutEnd(showControls(line), size.columns, glyphs.ellipsis)}]);
	if (page.title === '') {
		return shown;
	}

	const rest = Array.from({length: height - shown.length}, (): readonly Piece[] => [{text: ' '}]);
	const below = page.lines.length - page.firstRow - shown.length;
	return [
		[{text: ` ${showControls(page.title)}`, look: 'selected'}],
		...shown,
		...rest,
		[{text: below > 0 ? ` ${below} more below;` : '', look: 'dim'}, {text: ' any other key', look: 'accent'}, {text: ' goes back'}],
	];
}

/** Rows of text that fit. */
export function pageHeight({title}: PageState, rows: number): number {
	return Math.max(1, title === '' ? rows : rows - 2);
}
