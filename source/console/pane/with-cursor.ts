import type {Span} from '../../terminal/screen.ts';
import {invertCells} from './invert-cells.ts';

/**
Draw the recorded cursor into its row: the cell under it, inverse.

@param spans - the row that the cursor is in, from left to right.
@param column - where the cursor is, counted from 0.
*/
export function withCursor(spans: readonly Span[], column: number): readonly Span[] {
	return invertCells(spans, column, column + 1);
}
