import type {Span, Style} from '../../terminal/screen.ts';
import {defaultStyle} from './default-style.ts';
import {hasCellPerCharacter} from './span-cells.ts';

/**
Draw cells of a row inverse. A wide character is inverse as a whole when any cell of it is meant; cells without text become inverse blanks.

@param spans - the row, from left to right.
@param from - first cell.
@param to - behind the last cell.
*/
export function invertCells(spans: readonly Span[], from: number, to: number): readonly Span[] {
	const drawn = spans.flatMap(span => splitSpan(span, from, to));
	const last = spans.at(-1);
	const end = Math.max(from, last === undefined ? 0 : last.column + last.columns);
	return end >= to ? drawn : [...drawn, {column: end, columns: to - end, text: ' '.repeat(to - end), style: invert(defaultStyle)}];
}

function splitSpan(span: Span, from: number, to: number): readonly Span[] {
	const first = Math.max(0, from - span.column);
	const end = Math.min(span.columns, to - span.column);
	if (first >= end) {
		return [span];
	}

	if (!hasCellPerCharacter(span)) {
		return [{...span, style: invert(span.style)}];
	}

	const characters = [...span.text];
	return [
		cut(span, characters, [0, first]),
		{...cut(span, characters, [first, end]), style: invert(span.style)},
		cut(span, characters, [end, characters.length]),
	].filter(part => part.columns > 0);
}

function cut(span: Span, characters: readonly string[], [from, until]: readonly [number, number]): Span {
	return {...span, column: span.column + from, columns: until - from, text: characters.slice(from, until).join('')};
}

function invert(style: Style): Style {
	return {...style, isInverse: !style.isInverse};
}
