import {hasCellText, readCellBackground, readCellForeground, readCellText, readCellWidth} from './cell.ts';
import {joinText} from './limit-clusters.ts';
import {normalizeBackground, normalizeForeground, printStyle, readBackgroundColor} from './style.ts';
import {listLines} from './core.ts';
import type {Core, CoreBuffer, CoreLine} from './core.ts';

/**
Escape text that recreates a buffer's cells and which rows are wrapped, on a blank buffer.

Needs default style and charsets; leaves autowrap off and the cursor and style anywhere.
*/
export function paintBuffer(core: Core, buffer: CoreBuffer): string {
	const lines = listLines(buffer);
	return wrapRows(lines) + '\u{1B}[?7l' + lines.map((line, row) => paintLine(core, line, row)).join('');
}

/** Moves the cursor; both counted from 0. */
export function moveTo(row: number, column: number): string {
	return `\u{1B}[${row + 1};${column + 1}H`;
}

/** Only text that runs over the right edge marks the next row as wrapped, so let some do so and erase it. Reflow at the next size needs the marks. */
function wrapRows(lines: readonly CoreLine[]): string {
	const last = (lines[0]?.length ?? 1) - 1;
	const wrapped = lines.flatMap((line, row) => line.isWrapped ? [row] : []);
	const erase = wrapped.flatMap(row => [row, Math.max(0, row - 1)]).map(row => moveTo(row, 0) + `\u{1B}[${last + 1}X`);
	if (wrapped.length === 0) {
		return '';
	}

	return '\u{1B}[?7h' + wrapped.map(row => row === 0 ? wrapFirstRow(lines.length, last) : moveTo(row - 1, last) + '--').join('') + erase.join('');
}

/** The row above it has left the screen: wrap into the second row, then scroll. */
function wrapFirstRow(rows: number, last: number): string {
	return moveTo(0, last) + '--' + (rows > 1 ? '\u{1B}[S' : '');
}

type Pen = {
	column: number;
	foreground: number;
	background: number;
	/** How the character printed last joins the next one. */
	joinState: number;
	text: string;
};

function paintLine(core: Core, line: CoreLine, row: number): string {
	const pen: Pen = {column: -1, foreground: -1, background: -1, joinState: 0, text: ''};
	for (let column = 0; column < line.length; column++) {
		if (hasCellText(line, column)) {
			paintCell(core, pen, {line, row, column});
		} else if (readCellWidth(line, column) > 0) {
			column += paintBlanks(pen, {line, row, column}) - 1;
		}
	}

	return pen.text;
}

type Place = {readonly line: CoreLine; readonly row: number; readonly column: number};

function paintCell(core: Core, pen: Pen, {line, row, column}: Place): void {
	const text = readCellText(line, column);
	setStyle(pen, normalizeForeground(readCellForeground(line, column)), normalizeBackground(readCellBackground(line, column)));
	if (pen.column !== column || isJoining(core, pen, text)) {
		pen.text += moveTo(row, column);
		pen.joinState = 0;
	}

	pen.text += text;
	pen.joinState = joinText(core, text);
	pen.column = column + Math.max(1, readCellWidth(line, column));
}

function setStyle(pen: Pen, foreground: number, background: number): void {
	if (pen.foreground === foreground && pen.background === background) {
		return;
	}

	pen.text += printStyle(foreground, background);
	pen.foreground = foreground;
	pen.background = background;
	pen.joinState = 0;
}

function isJoining({unicodeService}: Core, pen: Pen, text: string): boolean {
	return pen.joinState !== 0 && (unicodeService.charProperties(text.codePointAt(0) ?? 0, pen.joinState) & 1) !== 0;
}

/** How many cells from here have no character and the same background. */
function paintBlanks(pen: Pen, {line, row, column}: Place): number {
	const background = readBackgroundColor(readCellBackground(line, column));
	let end = column + 1;
	while (end < line.length && !hasCellText(line, end) && readCellWidth(line, end) > 0 && readBackgroundColor(readCellBackground(line, end)) === background) {
		end++;
	}

	if (background !== 0) {
		setStyle(pen, 0, background);
		pen.text += (pen.column === column ? '' : moveTo(row, column)) + `\u{1B}[${end - column}X`;
		pen.column = column;
		pen.joinState = 0;
	}

	return end - column;
}
