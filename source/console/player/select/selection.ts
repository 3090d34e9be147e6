import type {CellRange} from '../../pane/cell-range.ts';

/** A cell of the recorded screen, counted from 0. */
export type Cell = {readonly column: number; readonly row: number};

/**
Cells of the recorded screen that a person chooses to copy.

`off`: only a place; its line is what would be copied. `line`: as text runs, from one cell to the other. `block`: the rectangle between them.
*/
export type Selection = {
	readonly shape: 'off' | 'line' | 'block';
	/** Where it was begun. */
	readonly anchor: Cell;
	/** Where it ends; the keys move it. */
	readonly cursor: Cell;
};

/** The chosen cells, row by row. */
export function listChosenCells({shape, anchor, cursor}: Selection, columns: number): readonly CellRange[] {
	const isDown = anchor.row < cursor.row || (anchor.row === cursor.row && anchor.column <= cursor.column);
	const [start, end] = isDown ? [anchor, cursor] : [cursor, anchor];
	const rows = Array.from({length: end.row - start.row + 1}, (_, index) => start.row + index);
	switch (shape) {
		case 'off': {
			return [{row: cursor.row, from: cursor.column, to: cursor.column + 1}];
		}

		case 'line': {
			return rows.map(row => ({row, from: row === start.row ? start.column : 0, to: row === end.row ? end.column + 1 : columns}));
		}

		case 'block': {
			const from = Math.min(anchor.column, cursor.column);
			const to = Math.max(anchor.column, cursor.column) + 1;
			return rows.map(row => ({row, from, to}));
		}
	}
}
