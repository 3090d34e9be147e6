import {blankCell, hasCellText, readCellWidth} from './cell.ts';
import type {CoreLine} from './core.ts';

/** Half a wide character, whose other half was overwritten or cut off, becomes a blank. */
export function repairLine(line: CoreLine): void {
	for (let column = 0; column < line.length; column++) {
		const isWide = readCellWidth(line, column) === 2;
		if (isWide && isSecondHalf(line, column + 1)) {
			column++;
		} else if (isWide || isSecondHalf(line, column)) {
			blankCell(line, column);
		}
	}
}

function isSecondHalf(line: CoreLine, column: number): boolean {
	return column < line.length && readCellWidth(line, column) === 0 && !hasCellText(line, column);
}
