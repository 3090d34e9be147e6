import type {Span, Style} from '../../terminal/screen.ts';
import {defaultStyle} from './default-style.ts';
import {hasCellPerCharacter} from './span-cells.ts';

/**
Draw the recorded cursor into its row: the cell under it, inverse.

@param spans - the row that the cursor is in, from left to right.
@param column - where the cursor is, counted from 0.
@returns The same cells, with the cursor's in a span of its own.
*/
export function withCursor(spans: readonly Span[], column: number): readonly Span[] {
	const under = spans.find(span => span.column <= column && column < span.column + span.columns);
	if (under === undefined) {
		const before = spans.filter(span => span.column < column);
		return [...before, {column, columns: 1, text: ' ', style: inverse(defaultStyle)}, ...spans.slice(before.length)];
	}

	return spans.flatMap(span => span === under ? splitAt(span, column) : [span]);
}

function splitAt(span: Span, column: number): readonly Span[] {
	if (!hasCellPerCharacter(span)) {
		return [{...span, style: inverse(span.style)}];
	}

	const characters = [...span.text];
	const index = column - span.column;
	return [
		cut(span, characters, [0, index]),
		{...cut(span, characters, [index, index + 1]), style: inverse(span.style)},
		cut(span, characters, [index + 1, characters.length]),
	].filter(part => part.columns > 0);
}

function cut(span: Span, characters: readonly string[], [from, until]: readonly [number, number]): Span {
	return {...span, column: span.column + from, columns: until - from, text: characters.slice(from, until).join('')};
}

function inverse(style: Style): Style {
	return {...style, isInverse: !style.isInverse};
}
