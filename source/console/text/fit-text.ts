import {measureText} from './measure-text.ts';

/** Text cut at its end to fit, with an ellipsis in the last cell when something is missing. */
export function cutEnd(text: string, columns: number, ellipsis: string): string {
	if (measureText(text) <= columns) {
		return text;
	}

	return columns < 1 ? '' : takeStart(text, columns - 1) + ellipsis;
}

/** Text cut at its start to fit, with an ellipsis in the first cell when something is missing. */
export function cutStart(text: string, columns: number, ellipsis: string): string {
	if (measureText(text) <= columns) {
		return text;
	}

	return columns < 1 ? '' : ellipsis + takeEnd(text, columns - 1);
}

/** Text cut in its middle, for paths and store names: both ends tell something. */
export function cutMiddle(text: string, columns: number, ellipsis: string): string {
	if (measureText(text) <= columns) {
		return text;
	}

	if (columns < 1) {
		return '';
	}

	const end = takeEnd(text, Math.floor((columns - 1) / 2));
	return takeStart(text, columns - 1 - measureText(end)) + ellipsis + end;
}

/** Exactly `columns` cells: cut at the end or filled with blanks. */
export function fillEnd(text: string, columns: number, ellipsis: string): string {
	const fitting = cutEnd(text, columns, ellipsis);
	return fitting + ' '.repeat(Math.max(0, columns - measureText(fitting)));
}

/** Exactly `columns` cells, the text at the right: for numbers. */
export function fillStart(text: string, columns: number, ellipsis: string): string {
	const fitting = cutEnd(text, columns, ellipsis);
	return ' '.repeat(Math.max(0, columns - measureText(fitting))) + fitting;
}

const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});

function takeStart(text: string, columns: number): string {
	return take(Array.from(segmenter.segment(text), ({segment}) => segment), columns).join('');
}

function takeEnd(text: string, columns: number): string {
	return take(Array.from(segmenter.segment(text), ({segment}) => segment).toReversed(), columns).toReversed().join('');
}

function take(clusters: readonly string[], columns: number): readonly string[] {
	let used = 0;
	const count = clusters.findIndex(cluster => {
		used += measureText(cluster);
		return used > columns;
	});
	return count === -1 ? clusters : clusters.slice(0, count);
}
