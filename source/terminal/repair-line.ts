import {blankCell, hasCellText, readCellWidth} from './cell.ts';
import type {CoreLine} from './core.ts';

/**
Half a wide character, whose other half was overwritten or cut off, becomes a blank.

@param line - the row.
@param fromColumn - cells before it are known to be whole.
*/
export function repairLine(line: CoreLine, fromColumn = 0): void {
	const first = isSecondHalf(line, fromColumn) ? fromColumn - 1 : fromColumn;
	for (let column = Math.max(0, first); column < line.length; column++) {
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
