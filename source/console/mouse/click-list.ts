import type {KeyAction} from '../../keys/key-table.ts';
import {isChoosable, listFacetRows, placeOf} from '../facets/facet-rows.ts';
import {facetBoxColumns, facetBoxLeft, facetColumns, facetHeight, hasFacetColumn} from '../facets/facets-area.ts';
import {drawTitle} from '../lists/draw-title.ts';
import type {State} from '../state.ts';
import {measureText} from '../text/measure-text.ts';
import {viewOf} from '../view.ts';
import {chooseTile} from '../wall/choose-tile.ts';

export type Cell = {readonly column: number; readonly row: number};

/** What a click means: another state, and the action of a double click there. */
export type Clicked = {readonly state: State; readonly onDouble: KeyAction | undefined};

const tabs: ReadonlyArray<readonly [name: string, action: KeyAction]> = [['1 Sessions', 'tab.sessions'], ['2 Hits', 'tab.hits'], ['3 Live', 'tab.live']];

/** The tab under the mouse. */
export function findTab(state: State, {column, row}: Cell): KeyAction | undefined {
	if (row !== 0) {
		return undefined;
	}

	const title = drawTitle(viewOf(state)).map(({text}) => text).join('');
	return tabs.find(([name]) => {
		const from = measureText(title.slice(0, title.indexOf(name)));
		return title.includes(name) && column >= from && column < from + measureText(name);
	})?.[1];
}

/** The facets with the value under the mouse chosen; `undefined` where they are not. Over the list they take every click: what is below is not meant. */
export function clickFacets(state: State, {column, row}: Cell): Clicked | undefined {
	const {facets, size, screen} = state;
	if (!facets.isOpen || screen === 'live') {
		return undefined;
	}

	const isBeside = hasFacetColumn(size);
	if (isBeside && column >= facetColumns) {
		return undefined;
	}

	const rows = listFacetRows(state);
	const height = isBeside ? facetHeight(size) : Math.max(1, Math.min(facetHeight(size), rows.length));
	const first = Math.max(0, Math.min(facets.firstRow, rows.length - height));
	const index = row - (isBeside ? bodyTop : bodyTop + 1);
	const isInside = index >= 0 && index < height && (isBeside || (column > facetBoxLeft && column < facetBoxLeft + facetBoxColumns(size) - 1));
	const hit = isInside ? rows[first + index] : undefined;
	return hit !== undefined && isChoosable(hit)
		? {state: {...state, facets: {...facets, hasFocus: true, selected: placeOf(hit)}}, onDouble: 'facet.add'}
		: {state, onDouble: undefined};
}

/** The wall with the tile under the mouse chosen. */
export function clickTile(state: State, cell: Cell): Clicked | undefined {
	const chosen = state.screen === 'live' ? chooseTile(state, cell) : undefined;
	return chosen === undefined ? undefined : {state: chosen, onDouble: 'open'};
}

const bodyTop = 2; // Title and filter.
