import {showControls} from '../../terminal/show-controls.ts';
import type {Piece} from '../components/row.tsx';
import {fillEnd, fillStart} from '../text/fit-text.ts';
import {groupDigits} from '../text/format-length.ts';
import {drawBox} from '../text/draw-box.ts';
import {fillPieces} from '../text/pieces.ts';
import {placeBox} from '../text/place-box.ts';
import type {View} from '../view.ts';
import {findFacetRow, listFacetRows} from './facet-rows.ts';
import type {FacetRow} from './facet-rows.ts';
import {facetBoxColumns, facetBoxLeft, facetColumns, facetHeight, hasFacetColumn} from './facets-area.ts';

type Row = readonly Piece[];

/** The body of a list with the facets at its left, or over it where there is no room for both. */
export function besideFacets(view: View, drawBody: (body: View) => readonly Row[]): readonly Row[] {
	const {state, glyphs} = view;
	const {facets, size} = state;
	if (!facets.isOpen || !hasFacetColumn(size)) {
		return drawBody(view);
	}

	const room = facetColumns + 1;
	const body = drawBody({...view, state: {...state, size: {...size, columns: size.columns - room}}});
	const column = drawColumn(view, body.length, facetColumns);
	return body.map((row, index) => [...column[index] ?? [{text: ' '.repeat(facetColumns)}], {text: glyphs.part, look: 'dim'}, ...row]);
}

/** The whole frame with the facets in a box over it, where they have no place beside the list. */
export function coverWithFacets(view: View, frame: readonly Row[]): readonly Row[] {
	const {facets, size} = view.state;
	if (!facets.isOpen || hasFacetColumn(size)) {
		return frame;
	}

	const columns = facetBoxColumns(size);
	const rows = listFacetRows(view.state);
	const height = Math.max(1, Math.min(facetHeight(size), rows.length));
	return placeBox(frame, {top: 2, left: facetBoxLeft, rows: drawBox(view, 'Facets', drawColumn(view, height, columns - 2))}, size);
}

function drawColumn(view: View, height: number, columns: number): readonly Row[] {
	const {state: {facets}, glyphs} = view;
	const rows = listFacetRows(view.state);
	if (rows.length === 0) {
		const text = facets.failure ?? (facets.counted === undefined ? 'counting' : 'nothing to count');
		return [fillPieces([{text: ` ${showControls(text)}`, look: facets.failure === undefined ? 'dim' : 'danger'}], columns, glyphs.ellipsis)];
	}

	const selected = findFacetRow(facets, rows);
	const first = Math.max(0, Math.min(facets.firstRow, rows.length - height));
	const drawn = rows.slice(first, first + height).map((row, index) => drawFacet(view, row, {columns, isSelected: facets.hasFocus && first + index === selected}));
	return [...drawn, ...Array.from({length: Math.max(0, height - drawn.length)}, (): Row => [{text: ' '.repeat(columns)}])];
}

type Place = {readonly columns: number; readonly isSelected: boolean};

function drawFacet({glyphs, state}: View, row: FacetRow, {columns, isSelected}: Place): Row {
	const cursor: Piece = {text: isSelected ? glyphs.cursor : ' ', look: 'accent'};
	const look = isSelected ? 'selected' : 'text';
	switch (row.type) {
		case 'title': {
			const count = row.group === 'views' ? '' : `(${groupDigits(row.distinct)})`;
			return [{text: fillEnd(row.group.toUpperCase(), columns - count.length - 1, glyphs.ellipsis) + count + ' ', look: 'dim'}];
		}

		case 'value': {
			const count = row.count === undefined ? '' : groupDigits(row.count);
			const name = row.group === 'flags' ? `${flagSigns[row.value] ?? ' '} ${row.value}` : showControls(row.value);
			const isOld = state.facets.asking !== undefined;
			return [cursor, {text: ` ${fillEnd(name, columns - 3 - count.length - 1, glyphs.ellipsis)} ${fillStart(count, count.length, '')} `, look: isOld ? 'dim' : look}];
		}

		case 'more': {
			return [cursor, {text: fillEnd(` ${glyphs.ellipsis} ${groupDigits(row.more)} more`, columns - 1, glyphs.ellipsis), look: isSelected ? 'selected' : 'dim'}];
		}

		case 'blank': {
			return [{text: ' '.repeat(columns)}];
		}
	}
}

/** As the FLAGS column has them. */
const flagSigns: Readonly<Record<string, string>> = {root: '#', input: 'i', audit: 'a', gap: 'g', live: '●', note: '*'};
