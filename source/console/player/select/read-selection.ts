import type {Emulator} from '../../../terminal/emulator.ts';
import type {Span} from '../../../terminal/screen.ts';
import type {CellRange} from '../../pane/cell-range.ts';
import {hasCellPerCharacter} from '../../pane/span-cells.ts';
import {listChosenCells} from './selection.ts';
import type {Selection} from './selection.ts';

type Screen = Pick<Emulator, 'columns' | 'rows' | 'readRow' | 'isWrapped'>;

/** The text of the chosen cells: rows that a long line was wrapped to are joined again, blanks at the ends of lines left out. Taken from cells, it has no control characters. */
export function readSelection(screen: Screen, selection: Selection): string {
	switch (selection.shape) {
		case 'off': {
			return readRows(screen, listLine(screen, selection.cursor.row));
		}

		case 'line': {
			return readRows(screen, listChosenCells(selection, screen.columns));
		}

		case 'block': {
			return listChosenCells(selection, screen.columns).map(range => readCells(screen, range).trimEnd()).join('\n');
		}
	}
}

/** The text of the whole screen, likewise; blank rows at its end are left out. */
export function readWholeScreen(screen: Screen): string {
	return readRows(screen, Array.from({length: screen.rows}, (_, row) => ({row, from: 0, to: screen.columns}))).trimEnd();
}

/** All rows of the line that a row belongs to. */
function listLine(screen: Screen, row: number): readonly CellRange[] {
	let first = row;
	while (first > 0 && screen.isWrapped(first)) {
		first--;
	}

	let next = row + 1;
	while (next < screen.rows && screen.isWrapped(next)) {
		next++;
	}

	return Array.from({length: next - first}, (_, index) => ({row: first + index, from: 0, to: screen.columns}));
}

function readRows(screen: Screen, ranges: readonly CellRange[]): string {
	const lines: string[] = [];
	for (const [index, range] of ranges.entries()) {
		const text = readCells(screen, range);
		if (index > 0 && screen.isWrapped(range.row)) {
			lines[lines.length - 1] += text;
		} else {
			lines.push(text);
		}
	}

	return lines.map(line => line.trimEnd()).join('\n');
}

/** With blanks for cells without text. One cell left empty before a wide character in the next row is no blank. */
function readCells(screen: Screen, {row, from, to}: CellRange): string {
	const spans = screen.readRow(row);
	const last = spans.at(-1);
	const end = last === undefined ? 0 : last.column + last.columns;
	const text = spans.map(span => readSpan(span, from, to)).join('');
	const next = row + 1 < screen.rows && screen.isWrapped(row + 1) ? screen.readRow(row + 1)[0] : undefined;
	const isLeft = end === screen.columns - 1 && next?.column === 0 && !hasCellPerCharacter(next);
	return text + (isLeft ? '' : ' '.repeat(Math.max(0, to - Math.max(from, end))));
}

function readSpan(span: Span, from: number, to: number): string {
	if (span.column >= to || span.column + span.columns <= from) {
		return '';
	}

	return hasCellPerCharacter(span) ? [...span.text].slice(Math.max(0, from - span.column), to - span.column).join('') : span.text;
}
