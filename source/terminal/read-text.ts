import {Buffer} from 'node:buffer';
import {findWrittenEnd, hasCellText, isCellHidden, readCellCodePoint, readCellText, readCellWidth} from './cell.ts';
import type {CoreLine} from './core.ts';
import {readVisibleText} from './visible-text.ts';

const mostColumns = 500; // As wide as an emulator gets.
const space = 0x20;
const memory = new ArrayBuffer(mostColumns * 2);
const units = new Uint16Array(memory);
const unitBytes = Buffer.from(memory);
const latin = Buffer.alloc(mostColumns);

/**
What a person can read in a row. Concealed text is blanks, as on a terminal; invisible characters and controls are taken out.

Reads as fast as rows scroll by: no spans, no styles, and plain characters are decoded in one go.

@param line - the row.
@param isWhole - the line goes on in the next row: keep the blanks at the end.
*/
export function readText(line: CoreLine, isWhole: boolean): string {
	const end = isWhole ? findWrapEnd(line) : findTextEnd(line);
	let highest = 0;
	for (let column = 0; column < end; column++) {
		let unit = readCellCodePoint(line, column);
		if (unit === 0 && readCellWidth(line, column) > 0) {
			unit = space;
		} else if (unit < space || unit > 0x7E) {
			if (!isPlain(unit)) {
				return readAnyText(line, end, isWhole);
			}

			highest |= unit;
		}

		unit = isCellHidden(line, column) ? space : unit;
		units[column] = unit;
		latin[column] = unit;
	}

	return highest < 0x1_00 ? latin.toString('latin1', 0, end) : unitBytes.toString('utf16le', 0, end * 2);
}

/** What stands before a column. */
export function readTextUntil(line: CoreLine, column: number): string {
	return readAnyText(line, Math.min(column, line.length), true);
}

/** One cell, one unit, always seen: Latin, Greek, Cyrillic, arrows, box drawing, blocks, braille. */
function isPlain(codePoint: number): boolean {
	return (codePoint > 0xA0 && codePoint < 0x3_00 && codePoint !== 0xAD)
		|| (codePoint >= 0x3_90 && codePoint < 0x4_80)
		|| (codePoint >= 0x21_90 && codePoint < 0x29_00);
}

function readAnyText(line: CoreLine, end: number, isWhole: boolean): string {
	let text = '';
	let columns = 1;
	for (let column = 0; column < end; column += columns) {
		columns = Math.max(1, readCellWidth(line, column));
		text += (isCellHidden(line, column) ? '' : readVisibleText(readCellText(line, column))) || ' '.repeat(columns);
	}

	return isWhole ? text : text.trimEnd();
}

/** Behind the last cell that shows a character. */
function findTextEnd(line: CoreLine): number {
	let end = findWrittenEnd(line);
	while (end > 0) {
		const codePoint = readCellCodePoint(line, end - 1);
		const isBlank = codePoint === 0x20 || (codePoint === 0 && !isSecondHalf(line, end - 1)) || isCellHidden(line, end - 1);
		if (!isBlank) {
			break;
		}

		end--;
	}

	return end;
}

/** A wide character that did not fit left one cell that nobody wrote. */
function findWrapEnd(line: CoreLine): number {
	const last = line.length - 1;
	const isLeft = last > 0 && !hasCellText(line, last) && !isSecondHalf(line, last);
	return isLeft && hasCellText(line, last - 1) ? last : line.length;
}

function isSecondHalf(line: CoreLine, column: number): boolean {
	return readCellWidth(line, column) === 0;
}
