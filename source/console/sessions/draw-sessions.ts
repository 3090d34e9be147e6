import type {Piece} from '../components/row.tsx';
import {coverWithNews} from '../draw-news.ts';
import {besideFacets} from '../facets/draw-facets.ts';
import {facetHints} from '../facets/facet-hints.ts';
import {drawHints} from '../hints.ts';
import type {Hint} from '../hints.ts';
import {fillPieces} from '../text/pieces.ts';
import {drawFilter} from '../lists/draw-filter.ts';
import {drawTitle} from '../lists/draw-title.ts';
import {editHints} from '../lists/edit-hints.ts';
import {hintsOfEmpty, sayEmpty} from '../lists/say-empty.ts';
import type {View} from '../view.ts';
import {drawDetails, gapsOf} from './draw-details.ts';
import {countSessions} from './count-sessions.ts';
import {drawPreview} from './draw-preview.ts';
import {drawHeads, drawSession} from './draw-table.ts';
import {partList, scrollTo} from './list-area.ts';
import type {ListArea} from './list-area.ts';
import {findSelected, listShown} from './shown-rows.ts';
import {tellNoSessions} from './tell-no-sessions.ts';

type Row = readonly Piece[];

/** The list of sessions, with its preview where there is room: exactly as many rows as the terminal has. */
export function drawSessions(view: View): readonly Row[] {
	const {state: {sessions, size}, glyphs} = view;
	const area = partList(size, sessions.isPreviewOpen);
	const rule: readonly Row[] = area.hasRule ? [[{text: ' '}, {text: glyphs.line.repeat(size.columns - 2), look: 'dim'}]] : [];
	return coverWithNews(view, [
		drawTitle(view),
		drawFilter(view, countSessions(view)),
		...besideFacets(view, body => drawBody(body, area)),
		...rule,
		...drawDetails(view, area.details),
		drawKeys(view),
	]);
}

const narrowHints: readonly Hint[] = [['open', 'play'], ['filter.edit', 'filter'], ['mark.toggle', 'mark'], ['app.command', 'more']];

const hints: readonly Hint[] = [
	['open', 'play'],
	['filter.edit', 'filter'],
	['mark.toggle', 'mark'],
	['export.open', 'export'],
	['facets.toggle', 'facets'],
	['view.menu', 'views'],
	['filter.problems', 'problems'],
	['tag.edit', 'tag'],
	['preview.toggle', 'preview'],
	['app.command', 'command'],
	['follow.toggle', 'follow'],
];

/** What the keys do for whoever has them: the filter box, the facets or the list. */
function drawKeys(view: View): Row {
	const {state: {sessions, facets}, layout} = view;
	const usual = layout.width === 'narrow' ? narrowHints : hints;
	const listed = (listShown(sessions).length === 0 ? hintsOfEmpty(tellNoSessions(view.state)) : undefined) ?? usual;
	return sessions.isEditing ? drawHints(editHints, view, false) : drawHints(facets.hasFocus ? facetHints : listed, view);
}

/** Heads and rows, the preview right of or below them. */
function drawBody(view: View, area: ListArea): readonly Row[] {
	const {state: {size}} = view;
	const columns = size.columns - area.previewRight;
	const table: readonly Row[] = [drawHeads(view, columns), ...drawList(view, area.list, columns)];
	if (area.previewRight > 0) {
		const preview = drawChosen(view, area.previewRight - 2, table.length);
		return table.map((row, index) => [...fillPieces(row, columns, view.glyphs.ellipsis), {text: `${view.glyphs.part} `, look: 'dim'}, ...preview[index] ?? []]);
	}

	return area.previewBelow > 0 ? [...table, ...drawChosen(view, size.columns, area.previewBelow)] : table;
}

function drawList(view: View, height: number, columns: number): readonly Row[] {
	const {state: {sessions}} = view;
	const shown = listShown(sessions);
	const firstRow = scrollTo(sessions.firstRow, Math.max(0, findSelected(sessions, shown)), {height, count: shown.length});
	const rows = shown.length === 0 ? sayEmpty(tellNoSessions(view.state), {...view.state, size: {...view.state.size, columns}}).slice(0, height) : shown.slice(firstRow, firstRow + height).map(session => drawSession(view, session, columns));
	return [...rows, ...blankRows(height - rows.length)];
}

function drawChosen(view: View, columns: number, rows: number): readonly Row[] {
	const {sessions} = view.state;
	const shown = listShown(sessions);
	const session = shown[findSelected(sessions, shown)];
	return session === undefined ? blankRows(rows) : drawPreview(view, {session, gaps: gapsOf(sessions, session), tab: sessions.previewTab, columns, rows});
}

function blankRows(count: number): readonly Row[] {
	return Array.from({length: Math.max(0, count)}, (): Row => [{text: ' '}]);
}
