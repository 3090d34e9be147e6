import type {Emulator} from '../../terminal/emulator.ts';
import type {Cursor, Span} from '../../terminal/screen.ts';

/** The recorded screen as it was last read: it can be painted again while the emulator is on its way to another position. */
export type Picture = {
	readonly columns: number;
	readonly rows: number;
	readonly spans: ReadonlyArray<readonly Span[]>;
	/** For each row whether it goes on the one above. */
	readonly wrapped: readonly boolean[];
	readonly cursor: Cursor;
	/** Rows that differ from the picture before. */
	readonly changedRows: ReadonlySet<number>;
	readonly emulator: Emulator;
};

/** Read what changed since `previous`; everything if it shows another emulator or size. */
export function takePicture(emulator: Emulator, previous: Picture | undefined): Picture {
	const {columns, rows} = emulator;
	const cursor = emulator.readCursor();
	const dirtyRows = emulator.takeDirtyRows();
	const wrapped = Array.from({length: rows}, (_, row) => emulator.isWrapped(row));
	if (previous?.emulator !== emulator || previous.columns !== columns || previous.rows !== rows) {
		const all = Array.from({length: rows}, (_, row) => row);
		return {emulator, columns, rows, cursor, wrapped, spans: all.map(row => emulator.readRow(row)), changedRows: new Set(all)};
	}

	// The cursor may move without a change of cells.
	const moved = isSameCursor(cursor, previous.cursor) ? [] : [cursor.row, previous.cursor.row];
	const changedRows = new Set([...dirtyRows, ...moved]);
	const spans = [...previous.spans];
	for (const row of changedRows) {
		spans[row] = emulator.readRow(row);
	}

	return {emulator, columns, rows, cursor, wrapped, spans, changedRows};
}

function isSameCursor(a: Cursor, b: Cursor): boolean {
	return a.column === b.column && a.row === b.row && a.isVisible === b.isVisible;
}
