import {chooseLayout} from '../layout.ts';
import type {Size} from '../layout.ts';

/** Cells of the column at the left of a wide terminal. */
export const facetColumns = 20;

/** True when the facets stand beside the list; else they come over it. */
export function hasFacetColumn(size: Size): boolean {
	return chooseLayout(size).width === 'wide';
}

/** Where the box over a list begins, and how wide it is. */
export const facetBoxLeft = 2;

export function facetBoxColumns({columns}: Size): number {
	return Math.min(columns - (2 * facetBoxLeft), 34);
}

/** Rows that show facets: the body of the list, or what a box over it has inside its border. */
export function facetHeight(size: Size): number {
	return Math.max(1, size.rows - (hasFacetColumn(size) ? 5 : 7));
}
