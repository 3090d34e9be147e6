import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import type {State} from '../state.ts';
import {drawBox} from '../text/draw-box.ts';
import {fillEnd} from '../text/fit-text.ts';
import {measureText} from '../text/measure-text.ts';
import {fillPieces} from '../text/pieces.ts';
import type {Box} from '../text/place-box.ts';
import type {View} from '../view.ts';
import type {ViewsMenu} from './views-menu.ts';

const mostColumns = 70;
const mostNameCells = 24;

/** The saved views with their searches, in the middle of the list. */
export function drawViews(view: View, {selected}: ViewsMenu): Box {
	const {state: {views, size}, glyphs} = view;
	const columns = Math.min(mostColumns, size.columns - 4);
	const names = Object.keys(views);
	const height = countShownViews(view.state);
	const first = Math.max(0, Math.min(selected - height + 1, names.length - height));
	const nameCells = Math.min(mostNameCells, Math.max(0, ...names.map(name => measureText(showControls(name)))));
	const lines = names.slice(first, first + height).map((name, index): readonly Piece[] => {
		const isSelected = first + index === selected;
		const look = isSelected ? 'selected' : 'text';
		return [{text: ` ${isSelected ? glyphs.cursor : ' '} `, look: 'accent'}, {text: fillEnd(showControls(name), nameCells, glyphs.ellipsis), look}, {text: `  ${showControls(views[name] ?? '')}`, look: 'dim'}];
	});
	const rows: ReadonlyArray<readonly Piece[]> = [...(names.length === 0 ? [[{text: '   No view is saved yet.'}]] : lines), [{text: ' '}], ...drawHowTo(columns)];
	const boxed = drawBox(view, 'Saved views', rows.map(row => fillPieces(row, columns - 2, glyphs.ellipsis)));
	return {top: Math.max(0, Math.floor((size.rows - boxed.length) / 2)), left: Math.floor((size.columns - columns) / 2), rows: boxed};
}

/** Views that fit the screen, at least one row. */
export function countShownViews({views, size}: State): number {
	return Math.max(1, Math.min(Object.keys(views).length, size.rows - 8));
}

function drawHowTo(columns: number): ReadonlyArray<readonly Piece[]> {
	return columns < 50
		? [[{text: '   :view save NAME', look: 'accent'}]]
		: [[{text: '   :view save NAME', look: 'accent'}, {text: ' keeps the filter, '}, {text: ':view delete NAME', look: 'accent'}]];
}
