import {readCellBackground, readCellCodePoint, readCellForeground, readCellText, readCellWidth} from './cell.ts';
import {readVisibleCodePoint, readVisibleText} from './visible-text.ts';
import {plainStyle, readStyle} from './style.ts';
import type {CoreLine} from './core.ts';
import type {Span, Style} from './screen.ts';

type OpenSpan = {-readonly [Field in keyof Span]: Span[Field]};

/**
The cells of a row as runs of one style. Blanks of default style at the end are cut.

Each span's text takes `columns` cells in a terminal that knows the characters; what is invisible was taken out. A cell without a character shows its background only.
*/
export function readRow(line: CoreLine): readonly Span[] {
	const spans: OpenSpan[] = [];
	const styleOf = createStyleReader(line);
	const end = findEnd(line);
	let open: OpenSpan | undefined;
	let columns = 1;
	for (let column = 0; column < end; column += columns) {
		const codePoint = readCellCodePoint(line, column);
		const style = styleOf(column, codePoint);
		columns = codePoint >= 0 && codePoint < 0x7F ? 1 : Math.max(1, readCellWidth(line, column));
		const text = readText(line, column, codePoint) || ' '.repeat(columns);
		const isAlone = columns > 1 || codePoint < 0;
		if (!isAlone && open?.style === style) {
			open.text += text;
			open.columns += columns;
		} else {
			open = {column, columns, text, style};
			spans.push(open);
			open = isAlone ? undefined : open;
		}
	}

	return spans;
}

/** Remembers the last answer: neighbours mostly look alike, and this runs for each cell of each frame. */
function createStyleReader(line: CoreLine): (column: number, codePoint: number) => Style {
	let foreground = 0;
	let background = 0;
	let style = plainStyle;
	return (column, codePoint) => {
		const cellForeground = codePoint === 0 ? 0 : readCellForeground(line, column);
		const cellBackground = codePoint === 0 ? backgroundOnly(readCellBackground(line, column)) : readCellBackground(line, column);
		if (cellForeground !== foreground || cellBackground !== background) {
			foreground = cellForeground;
			background = cellBackground;
			style = readStyle(foreground, background);
		}

		return style;
	};
}

const backgroundMask = 0x3_FF_FF_FF;

function backgroundOnly(background: number): number {
	return background & backgroundMask;
}

function findEnd(line: CoreLine): number {
	const styleOf = createStyleReader(line);
	let end = line.length;
	while (end > 0) {
		const codePoint = readCellCodePoint(line, end - 1);
		if ((codePoint !== 0 && codePoint !== 0x20) || styleOf(end - 1, codePoint) !== plainStyle) {
			break;
		}

		end--;
	}

	return end;
}

function readText(line: CoreLine, column: number, codePoint: number): string {
	if (codePoint > 0) {
		return readVisibleCodePoint(codePoint);
	}

	return codePoint === 0 ? '' : readVisibleText(readCellText(line, column));
}
