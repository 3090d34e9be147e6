import {chooseLayout} from '../layout.ts';
import type {Size} from '../layout.ts';

/** How the rows of the screen are parted. All counts are rows of the terminal. */
export type ListArea = {
	/** Sessions shown at once. */
	readonly list: number;
	readonly hasRule: boolean;
	/** Its header included; 0 when there is none below the list. */
	readonly previewBelow: number;
	/** Columns of a preview right of the list, its edge included; 0 when there is none. */
	readonly previewRight: number;
	readonly details: 1 | 2;
};

const chromeRows = 4; // Title, filter, column heads, key hints.

export function partList(size: Size, isPreviewOpen: boolean): ListArea {
	const {width, isShort, isTall, isBroad} = chooseLayout(size);
	const details = width === 'wide' || isShort ? 1 : 2;
	const hasPreview = isPreviewOpen && !isShort;
	const previewRight = hasPreview && isBroad ? Math.floor(size.columns * 0.45) : 0;
	const body = size.rows - chromeRows - details;
	const previewBelow = hasPreview && isTall && !isBroad ? Math.ceil(body / 2) : 0;
	const hasRule = previewBelow === 0 && width !== 'narrow' && !isShort;
	return {list: Math.max(1, body - previewBelow - (hasRule ? 1 : 0)), hasRule, previewBelow, previewRight, details};
}

/** True when the preview has a place beside or below the list; else it comes over it. */
export function hasPreviewPlace(size: Size): boolean {
	const {isShort, isTall, isBroad} = chooseLayout(size);
	return !isShort && (isTall || isBroad);
}

type Shown = {readonly height: number; readonly count: number};

/**
The first row to show so that the chosen one is visible, moving as little as possible.

@param firstRow - the one shown first until now.
@param selected - the chosen row.
@param shown - how much there is.
@param shown.height - rows that fit.
@param shown.count - rows there are.
*/
export function scrollTo(firstRow: number, selected: number, shown: Shown): number {
	const {height, count} = shown;
	const wanted = selected < firstRow ? selected : (selected >= firstRow + height ? selected - height + 1 : firstRow);
	return Math.max(0, Math.min(wanted, count - height));
}
