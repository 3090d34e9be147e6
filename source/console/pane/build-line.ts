import type {Span} from '../../terminal/screen.ts';
import type {CellRange} from './cell-range.ts';
import type {ColorLevel} from './color-level.ts';
import {defaultStyle} from './default-style.ts';
import {invertCells} from './invert-cells.ts';
import {paintRow} from './paint-row.ts';
import type {PaintedRow} from './paint-row.ts';
import type {PaneView} from './pane-frame.ts';
import type {Picture} from './picture.ts';
import {withCursor} from './with-cursor.ts';

/**
One line of the pane: a row of the recording, the edge of a recording smaller than the pane, the banner, or the footer.

Lines are counted from the pane's top. `inverse` are cells of the line's row that are drawn inverse.
*/
export function buildLine(picture: Picture, line: number, {view, colors, inverse}: {readonly view: PaneView; readonly colors: ColorLevel; readonly inverse: readonly CellRange[]}): PaintedRow {
	const {rectangle, pan, isAscii} = view;
	const columns = lineColumns(line, view);
	const row = {isAscii, colors: view.isMono ? 'mono' : colors, left: rectangle.left, columns} as const;
	if (line === 0 && view.banner !== undefined) {
		return paintRow(bannerSpans(view.banner, columns), {...row, from: 0, isDimmed: false});
	}

	if (line === rectangle.rows - 1 && view.footer !== undefined) {
		return paintRow(bannerSpans(view.footer, columns), {...row, from: 0, isDimmed: false});
	}

	return paintRow(rowSpans(picture, pan.row + line, {isAscii, inverse, hasCursor: view.chosen === undefined}), {...row, from: pan.column, isDimmed: view.isDimmed});
}

/** How many cells of a line may be written: the terminal's last cell may not. */
export function lineColumns(line: number, {rectangle, terminal}: PaneView): number {
	const isLastRow = rectangle.top + line === terminal.rows - 1;
	return isLastRow ? Math.min(rectangle.columns, terminal.columns - 1 - rectangle.left) : rectangle.columns;
}

function bannerSpans(banner: string, columns: number): readonly Span[] {
	const text = [...banner].slice(0, columns).join('');
	return [{column: 0, columns, text: text + ' '.repeat(columns - [...text].length), style: {...defaultStyle, isInverse: true}}];
}

type RowLook = {readonly isAscii: boolean; readonly inverse: readonly CellRange[]; readonly hasCursor: boolean};

function rowSpans(picture: Picture, row: number, {isAscii, inverse, hasCursor}: RowLook): readonly Span[] {
	const {columns, rows} = picture;
	if (row < rows) {
		let recorded = recordedSpans(picture, row, hasCursor);
		for (const {from, to} of inverse) {
			recorded = invertCells(recorded, from, Math.min(to, columns));
		}

		return [...recorded, {column: columns, columns: 1, text: isAscii ? '|' : '│', style: edgeStyle}];
	}

	return row === rows ? [{column: 0, columns: columns + 1, text: bottomEdge(columns, isAscii), style: edgeStyle}] : [];
}

function recordedSpans({columns, spans, cursor}: Picture, row: number, hasCursor: boolean): readonly Span[] {
	const recorded = spans[row] ?? [];
	return hasCursor && cursor.isVisible && cursor.row === row ? withCursor(recorded, Math.min(cursor.column, columns - 1)) : recorded;
}

function bottomEdge(columns: number, isAscii: boolean): string {
	return isAscii ? `${'-'.repeat(columns)}+` : `${'─'.repeat(columns)}┘`;
}

const edgeStyle = {...defaultStyle, isDim: true};
