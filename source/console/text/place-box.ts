import type {Piece} from '../components/row.tsx';
import type {Size} from '../layout.ts';
import {cutPieces, dropPieces, fillPieces, measurePieces} from './pieces.ts';

type Rows = ReadonlyArray<readonly Piece[]>;

/** Rows that stand over others; all of one width. */
export type Box = {
	readonly top: number;
	readonly left: number;
	readonly rows: Rows;
};

/** Rows with a box over them; what the box does not cover stays. Of a box too wide or high for the terminal the rest is left out. */
export function placeBox(under: Rows, box: Box, {columns, rows}: Size): Rows {
	return Array.from({length: rows}, (_, index) => {
		const base = under[index] ?? [];
		const over = box.rows[index - box.top];
		return over === undefined ? base : cutPieces([...fillPieces(base, box.left, ' '), ...over, ...dropPieces(base, box.left + measurePieces(over))], columns, '');
	});
}
