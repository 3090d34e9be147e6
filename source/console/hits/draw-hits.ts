import type {Piece} from '../components/row.tsx';
import {coverWithNews} from '../draw-news.ts';
import {besideFacets} from '../facets/draw-facets.ts';
import {facetHints} from '../facets/facet-hints.ts';
import {drawHints} from '../hints.ts';
import type {Hint} from '../hints.ts';
import {drawFilter} from '../lists/draw-filter.ts';
import {drawTitle} from '../lists/draw-title.ts';
import {editHints} from '../lists/edit-hints.ts';
import {hintsOfEmpty, sayEmpty} from '../lists/say-empty.ts';
import {groupDigits} from '../text/format-length.ts';
import {scrollTo} from '../sessions/list-area.ts';
import type {View} from '../view.ts';
import {drawHitDetails} from './draw-hit-details.ts';
import {drawHitHeads, drawHitRow} from './draw-hit-rows.ts';
import {drawHitScreen} from './draw-hit-screen.ts';
import {findHitRow, listHitRows} from './hit-rows.ts';
import {partHits} from './hits-area.ts';
import {tellNoHits} from './tell-no-hits.ts';

type Row = readonly Piece[];

/** The moments that match, grouped by session, over the screen around the chosen one. Exactly as many rows as the terminal has. */
export function drawHits(view: View): readonly Row[] {
	const {state: {hits, sessions, facets, size}} = view;
	const isEmpty = hits.groups.length === 0;
	const area = partHits(size, hits.isPreviewOpen && !isEmpty);
	const keys = (isEmpty ? hintsOfEmpty(tellNoHits(view.state)) : undefined) ?? hints;
	return coverWithNews(view, [
		drawTitle(view),
		drawFilter(view, countHits(view)),
		...besideFacets(view, body => [
			...(area.hasHeads ? [drawHitHeads()] : []),
			...drawList(body, area.list),
			...(area.preview > 0 ? drawHitScreen(body, area.preview) : []),
		]),
		...drawHitDetails(view, area.details),
		sessions.isEditing ? drawHints(editHints, view, false) : drawHints(facets.hasFocus ? facetHints : keys, view),
	]);
}

const hints: readonly Hint[] = [
	['open', 'play here'],
	[['hit.next', 'hit.prev'], 'hit'],
	[['group.prev', 'group.next'], 'session'],
	[['unfold', 'fold'], 'fold'],
	['filter.edit', 'query'],
	['event.detail', 'event'],
	['app.command', 'more'],
	['preview.toggle', 'preview'],
	['copy.address', 'address'],
];

function drawList(view: View, height: number): readonly Row[] {
	const {hits} = view.state;
	const rows = listHitRows(hits);
	const selected = findHitRow(hits, rows);
	const firstRow = scrollTo(hits.firstRow, selected, {height, count: rows.length});
	const drawn = rows.length === 0 ? sayEmpty(tellNoHits(view.state), view.state).slice(0, height) : rows.slice(firstRow, firstRow + height).map((row, index) => drawHitRow(view, row, firstRow + index === selected));
	return [...drawn, ...Array.from({length: Math.max(0, height - drawn.length)}, (): Row => [{text: ' '}])];
}

/** `37 hits in 4 sessions`; while there may be more, `so far`. */
function countHits({state: {hits}, layout}: View): string {
	const {groups, applied, isComplete, search, failure} = hits;
	if (applied === undefined || applied.patterns.length === 0 || (failure !== undefined && groups.length === 0)) {
		return '';
	}

	const count = groups.reduce((sum, group) => sum + group.count, 0);
	if (layout.width === 'narrow') {
		return `${groupDigits(count)} in ${groupDigits(groups.length)}`;
	}

	const soFar = search !== undefined || !isComplete ? ' so far' : '';
	return `${groupDigits(count)} ${count === 1 ? 'hit' : 'hits'} in ${groupDigits(groups.length)} ${groups.length === 1 ? 'session' : 'sessions'}${soFar}`;
}
