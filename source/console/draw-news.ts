import type {Piece} from './components/row.tsx';
import {findNews} from './news.ts';
import {measureText} from './text/measure-text.ts';
import {cutPieces} from './text/pieces.ts';
import {wrapText} from './text/wrap-text.ts';
import type {View} from './view.ts';

type Row = readonly Piece[];

/** A list, or details, with news that are too long for the row above the hints on as many as they need, over what stands above. */
export function coverWithNews(view: View, rows: readonly Row[]): readonly Row[] {
	return coverRows(rows, listLongNews(view), view.state.size.rows - 2);
}

/** The rows that news in a list cover, the lowest of them right above the hints; none when they fit in the row they have anyway. */
export function listLongNews(view: View): readonly Row[] {
	const {columns, rows} = view.state.size;
	return listNewsRows(view, {room: columns - 1, most: Math.ceil(rows / 2)});
}

/** The rows of news that are too long for the `room` cells where they stand by themselves; none when they fit there. What is longer than `most` rows is cut. */
export function listNewsRows({state, glyphs}: View, {room, most}: {readonly room: number; readonly most: number}): readonly Row[] {
	const news = findNews(state);
	if (news === undefined || measureText(news.text) <= room) {
		return [];
	}

	const columns = state.size.columns - 2;
	const lines = wrapText(news.text, columns);
	const fitting = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines;
	return fitting.map(line => [{text: ' '}, ...cutPieces([{...news, text: line}], columns, glyphs.ellipsis)]);
}

/** Rows with others over them, down to the row `last`. */
export function coverRows(rows: readonly Row[], over: readonly Row[], last: number): readonly Row[] {
	const first = last + 1 - over.length;
	return rows.map((row, index) => over[index - first] ?? row);
}
