import type {Piece} from './components/row.tsx';
import {measurePieces} from './text/pieces.ts';

/** Where the terminal's own cursor belongs, counted from 0: in the text being typed; nowhere when there is none. Input methods and screen readers follow it. */
export function findCursor(rows: ReadonlyArray<readonly Piece[]>): {readonly x: number; readonly y: number} | undefined {
	for (const [y, row] of rows.entries()) {
		const index = row.findIndex(({look}) => look === 'cursor');
		if (index !== -1) {
			return {x: measurePieces(row.slice(0, index)), y};
		}
	}

	return undefined;
}
