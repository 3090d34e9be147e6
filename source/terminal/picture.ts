import type {Emulator} from './emulator.ts';
import type {Cursor, Span, Style} from './screen.ts';

/** All that a person sees of a terminal. */
export type Picture = {
	readonly columns: number;
	readonly cursor: Cursor;
	readonly rows: ReadonlyArray<readonly Span[]>;
};

export function takePicture(emulator: Emulator): Picture {
	return {
		columns: emulator.columns,
		cursor: emulator.readCursor(),
		rows: Array.from({length: emulator.rows}, (_, row) => emulator.readRow(row)),
	};
}

/** Whether a terminal still shows the picture: size, cursor, and each cell with its style. */
export function isSamePicture(picture: Picture, emulator: Emulator): boolean {
	return picture.columns === emulator.columns
		&& picture.rows.length === emulator.rows
		&& isSameCursor(picture.cursor, emulator.readCursor())
		&& picture.rows.every((spans, row) => isSameRow(spans, emulator.readRow(row)));
}

function isSameCursor(a: Cursor, b: Cursor): boolean {
	return a.column === b.column && a.row === b.row && a.isVisible === b.isVisible;
}

function isSameRow(a: readonly Span[], b: readonly Span[]): boolean {
	return a.length === b.length && a.every((span, index) => {
		const other = b[index];
		return span.text === other?.text && span.column === other.column && isSameStyle(span.style, other.style);
	});
}

/** The emulator hands out one object for each style, unless a recording uses thousands of them. */
function isSameStyle(a: Style, b: Style): boolean {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}
