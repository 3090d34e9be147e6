import type {KeyAction} from '../../keys/key-table.ts';
import {scrollTo} from '../sessions/list-area.ts';
import type {State} from '../state.ts';
import {findFacetRow, isChoosable, listFacetRows, placeOf} from './facet-rows.ts';
import type {FacetRow} from './facet-rows.ts';
import {facetHeight} from './facets-area.ts';

/** Another value chosen by a move key; `undefined` for other keys. */
export function moveFacet(state: State, action: KeyAction): State | undefined {
	const rows = listFacetRows(state);
	const from = findFacetRow(state.facets, rows);
	const to = findTarget(rows, {from, action, page: facetHeight(state.size)});
	if (to === undefined) {
		return undefined;
	}

	const row = rows[to];
	return row !== undefined && isChoosable(row) ? keepFacetVisible({...state, facets: {...state.facets, selected: placeOf(row)}}) : state;
}

/** Scroll so that the chosen value is seen, with its group's title when that is the row above. */
export function keepFacetVisible(state: State): State {
	const rows = listFacetRows(state);
	const at = findFacetRow(state.facets, rows);
	const firstRow = scrollTo(state.facets.firstRow, Math.max(0, at), {height: facetHeight(state.size), count: rows.length});
	return {...state, facets: {...state.facets, firstRow: at === 1 ? 0 : firstRow}};
}

type Move = {readonly from: number; readonly action: KeyAction; readonly page: number};

function findTarget(rows: readonly FacetRow[], {from, action, page}: Move): number | undefined {
	switch (action) {
		case 'move.down':
		case 'move.up': {
			return step(rows, from, action === 'move.down' ? 1 : -1);
		}

		case 'move.first':
		case 'move.last': {
			return action === 'move.first' ? step(rows, -1, 1) : step(rows, rows.length, -1);
		}

		case 'move.halfDown':
		case 'move.pageDown': {
			return step(rows, Math.min(rows.length, from + page - 1), 1) ?? step(rows, rows.length, -1);
		}

		case 'move.halfUp':
		case 'move.pageUp': {
			return step(rows, Math.max(-1, from - page), 1);
		}

		case 'group.next':
		case 'group.prev': {
			return findGroup(rows, from, action === 'group.next' ? 1 : -1);
		}

		default: {
			return undefined;
		}
	}
}

/** The next row in a direction that can be chosen; where there is none, the row itself. */
function step(rows: readonly FacetRow[], from: number, by: 1 | -1): number {
	for (let index = from + by; index >= 0 && index < rows.length; index += by) {
		const row = rows[index];
		if (row !== undefined && isChoosable(row)) {
			return index;
		}
	}

	return from;
}

/** The first value of the group behind or before. */
function findGroup(rows: readonly FacetRow[], from: number, by: 1 | -1): number {
	const titles = rows.flatMap((row, index) => row.type === 'title' ? [index] : []);
	const own = titles.findLastIndex(index => index < from);
	return (titles[own + by] ?? titles[own] ?? 0) + 1;
}
