import {readCellWidth} from './cell.ts';
import type {Core, CoreLine} from './core.ts';
import {readRow} from './read-row.ts';
import {watchLeaving} from './watch-leaving.ts';

/** A row of text that left the screen. */
export type GoneRow = {
	readonly text: string;
	/** The row goes on the one above: the program wrote one long line. */
	readonly isWrapped: boolean;
	/** Empty cells behind the text: blanks, should the line go on in the next row. */
	readonly emptyColumns: number;
	/** The first character takes two cells. */
	readonly startsWide: boolean;
};

export type GoneRowsListener = (rows: readonly GoneRow[]) => void;

/**
Tell of rows as they leave the screen, even several within one write: scrolled off the top, cleared all at once, or left with the alternate screen.

@param core - of a fresh terminal.
@param tell - called before the rows are gone, from top to bottom, blank rows at the end left out.
*/
export function watchGoneRows(core: Core, tell: GoneRowsListener): void {
	watchLeaving(core, {
		scroll(row) {
			const {lines, ybase} = core.buffers.active;
			tell([lines.get(ybase + row)].filter(line => line !== undefined).map(line => describe(line)));
		},
		clear() {
			tell(readScreenRows(core));
		},
	});
}

/** The rows that stand on the screen now, blank ones at the end left out. */
function readScreenRows(core: Core): GoneRow[] {
	const rows = readAllRows(core);
	return rows.slice(0, rows.findLastIndex(({text}) => text.trim() !== '') + 1);
}

export function readAllRows(core: Core): GoneRow[] {
	const {lines, ybase} = core.buffers.active;
	return Array.from({length: lines.length - ybase}, (_, row) => lines.get(ybase + row)).filter(line => line !== undefined).map(line => describe(line));
}

function describe(line: CoreLine): GoneRow {
	const spans = readRow(line);
	const last = spans.at(-1);
	return {
		text: spans.map(span => span.text).join(''),
		isWrapped: line.isWrapped,
		emptyColumns: line.length - (last === undefined ? 0 : last.column + last.columns),
		startsWide: readCellWidth(line, 0) > 1,
	};
}

/** Join the rows of one line. A wide character that did not fit left one cell that nobody wrote. */
export function joinRows(above: GoneRow, below: GoneRow): GoneRow {
	const blanks = above.emptyColumns === 1 && below.startsWide ? 0 : above.emptyColumns;
	return {...below, text: above.text + ' '.repeat(blanks) + below.text, isWrapped: above.isWrapped, startsWide: above.startsWide};
}
