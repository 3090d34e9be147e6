import type {CoreLine} from './core.ts';

// How @xterm/headless packs a cell into three numbers.
const cellWords = 3;
const codePointMask = 0x1F_FF_FF;
const combinedBit = 0x20_00_00;
const widthShift = 22;
const hiddenBit = 0x40_00_00_00;
const blank = 1 << widthShift;

/** The cell's text; empty for a cell without a character and for the second half of a wide one. */
export function readCellText(line: CoreLine, column: number): string {
	const content = line._data[column * cellWords] ?? 0;
	if ((content & combinedBit) !== 0) {
		return line._combined[column] ?? '';
	}

	const codePoint = content & codePointMask;
	return codePoint === 0 ? '' : String.fromCodePoint(codePoint);
}

/** The character of a cell that holds just one; 0 when there is none, -1 when there are several. */
export function readCellCodePoint(line: CoreLine, column: number): number {
	const content = line._data[column * cellWords] ?? 0;
	return (content & combinedBit) === 0 ? content & codePointMask : -1;
}

/** 0 is the second half of a wide character. */
export function readCellWidth(line: CoreLine, column: number): number {
	return (line._data[column * cellWords] ?? 0) >> widthShift;
}

export function hasCellText(line: CoreLine, column: number): boolean {
	return ((line._data[column * cellWords] ?? 0) & (codePointMask | combinedBit)) !== 0;
}

/** Behind the last cell that anything was written to: what is left out holds no character. */
export function findWrittenEnd(line: CoreLine): number {
	const data = line._data;
	let word = (line.length - 1) * cellWords;
	while (word >= 0 && data[word] === blank) {
		word -= cellWords;
	}

	return (word / cellWords) + 1;
}

/** Concealed by `SGR 8`. */
export function isCellHidden(line: CoreLine, column: number): boolean {
	return ((line._data[(column * cellWords) + 1] ?? 0) & hiddenBit) !== 0;
}

export function readCellForeground(line: CoreLine, column: number): number {
	return line._data[(column * cellWords) + 1] ?? 0;
}

export function readCellBackground(line: CoreLine, column: number): number {
	return line._data[(column * cellWords) + 2] ?? 0;
}

/** Take the character away and leave the colours. */
export function blankCell(line: CoreLine, column: number): void {
	line._data[column * cellWords] = blank;
}

/** Cells lose a cluster by overwriting, but the line keeps its text: drop what no cell shows. */
export function dropStaleText(line: CoreLine): void {
	for (const key of Object.keys(line._combined)) {
		const column = Number(key);
		if (((line._data[column * cellWords] ?? 0) & combinedBit) === 0) {
			delete line._combined[column]; // eslint-disable-line @typescript-eslint/no-dynamic-delete
		}
	}
}
