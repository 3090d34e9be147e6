import type {Piece} from '../components/row.tsx';
import type {View} from '../view.ts';
import {cutEnd} from './fit-text.ts';
import {measurePieces} from './pieces.ts';

type Row = readonly Piece[];

/** Rows of one width with a border round them and a title in it. */
export function drawBox({glyphs}: View, title: string, rows: readonly Row[]): readonly Row[] {
	const columns = Math.max(0, ...rows.map(row => measurePieces(row)));
	const [topLeft, topRight, bottomLeft, bottomRight] = glyphs.corners;
	const head = cutEnd(` ${title} `, columns, glyphs.ellipsis);
	const edge: Piece = {text: glyphs.part, look: 'dim'};
	return [
		[{text: topLeft, look: 'dim'}, {text: head, look: 'selected'}, {text: glyphs.line.repeat(columns - head.length) + topRight, look: 'dim'}],
		...rows.map((row): Row => [edge, ...row, edge]),
		[{text: bottomLeft + glyphs.line.repeat(columns) + bottomRight, look: 'dim'}],
	];
}
