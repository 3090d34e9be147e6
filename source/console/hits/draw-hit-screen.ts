import {printPosition} from '../../store/address.ts';
import type {TextRange} from '../../store/query/text-range.ts';
import type {Piece} from '../components/row.tsx';
import {highlight} from '../text/highlight.ts';
import {cutPieces, measurePieces} from '../text/pieces.ts';
import type {View} from '../view.ts';
import type {HitScreen} from './hit-screen.ts';
import {chosenHitRow} from './hit-rows.ts';

type Row = readonly Piece[];

/** The recorded screen around the chosen hit, with what matches standing out, under a header. Exactly `rows` rows. */
export function drawHitScreen(view: View, rows: number): readonly Row[] {
	const {hits} = view.state;
	const chosen = chosenHitRow(hits);
	const hit = chosen?.hit ?? chosen?.group.hits[0];
	const {screen} = hits;
	if (chosen === undefined || hit === undefined || screen?.address !== chosen.address || screen.positionMs !== hit.fromMs) {
		return [drawHeader(view, hit === undefined ? '' : `Screen at ${printPosition(hit.fromMs)}`), ...blankRows(rows - 1)];
	}

	return screen.problem === undefined ? drawLines(view, screen, rows) : [drawHeader(view, `Screen at ${printPosition(hit.fromMs)}`), [{text: `  ${screen.problem}`, look: 'danger'}], ...blankRows(rows - 2)];
}

function drawLines(view: View, screen: HitScreen, rows: number): readonly Row[] {
	const height = Math.max(1, rows - 1);
	const middle = screen.row ?? screen.cursorRow;
	const first = Math.max(0, Math.min(middle - Math.floor((height - 1) / 2), screen.lines.length - height));
	const shown = screen.lines.slice(first, first + height);
	const place = screen.lines.length > height ? `, rows ${first + 1}–${first + shown.length} of ${screen.lines.length}` : '';
	const gone = screen.row === undefined ? '; the line went by between two packets' : '';
	const lines = shown.map((line, index) => drawLine(view, line, screen.marks[first + index] ?? []));
	return [drawHeader(view, `Screen at ${printPosition(screen.positionMs)}${place}${gone}`), ...lines, ...blankRows(height - lines.length)];
}

function drawLine({state: {size, settings}, glyphs}: View, line: string, matches: readonly TextRange[]): Row {
	const columns = size.columns - 2;
	return [{text: '  '}, ...(matches.length === 0 ? highlight(line, [], {columns, ellipsis: glyphs.ellipsis, isMono: false}) : highlight(line, matches, {columns, ellipsis: glyphs.ellipsis, isMono: settings.theme === 'mono'}))];
}

function drawHeader({state: {size}, glyphs}: View, text: string): Row {
	const head: Row = cutPieces([{text: glyphs.line.repeat(2), look: 'dim'}, {text: text === '' ? '' : ` ${text} `}], size.columns, glyphs.ellipsis);
	return [...head, {text: glyphs.line.repeat(Math.max(0, size.columns - measurePieces(head))), look: 'dim'}];
}

function blankRows(count: number): readonly Row[] {
	return Array.from({length: Math.max(0, count)}, (): Row => [{text: ' '}]);
}
