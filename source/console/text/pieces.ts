import type {Piece} from '../components/row.tsx';
import {cutEnd} from './fit-text.ts';
import {measureText} from './measure-text.ts';

/** Cells that pieces take side by side. */
export function measurePieces(pieces: readonly Piece[]): number {
	return pieces.reduce((sum, {text}) => sum + measureText(text), 0);
}

/** A row with one part at the left and one at the right edge; what does not fit is cut from the left part's end. */
export function spreadPieces(left: readonly Piece[], right: readonly Piece[], {columns, ellipsis}: {readonly columns: number; readonly ellipsis: string}): readonly Piece[] {
	const rightCells = measurePieces(right);
	const fitting = cutPieces(left, Math.max(0, columns - rightCells - (rightCells > 0 ? 1 : 0)), ellipsis);
	return [...fitting, {text: ' '.repeat(Math.max(0, columns - rightCells - measurePieces(fitting)))}, ...right];
}

/** Pieces cut to a number of cells. */
export function cutPieces(pieces: readonly Piece[], columns: number, ellipsis: string): readonly Piece[] {
	const cut: Piece[] = [];
	let left = columns;
	for (const piece of pieces) {
		const cells = measureText(piece.text);
		if (cells > left) {
			return [...cut, {...piece, text: cutEnd(piece.text, left, ellipsis)}];
		}

		cut.push(piece);
		left -= cells;
	}

	return cut;
}

/** Exactly `columns` cells: cut, or filled with blanks. */
export function fillPieces(pieces: readonly Piece[], columns: number, ellipsis: string): readonly Piece[] {
	const cut = cutPieces(pieces, columns, ellipsis);
	return [...cut, {text: ' '.repeat(Math.max(0, columns - measurePieces(cut)))}];
}

/** What is left of pieces without their first cells; a wide character cut in half leaves a blank. */
export function dropPieces(pieces: readonly Piece[], columns: number): readonly Piece[] {
	let left = columns;
	return pieces.flatMap((piece): readonly Piece[] => {
		const cells = measureText(piece.text);
		const dropped = Math.min(left, cells);
		left -= dropped;
		return dropped === cells ? [] : [{...piece, text: dropStart(piece.text, dropped)}];
	});
}

function dropStart(text: string, columns: number): string {
	let start = 0;
	let cells = 0;
	for (const {segment} of segmenter.segment(text)) {
		if (cells >= columns) {
			break;
		}

		start += segment.length;
		cells += measureText(segment);
	}

	return ' '.repeat(cells - columns) + text.slice(start);
}

const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});
