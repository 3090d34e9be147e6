import {chooseLayout} from '../layout.ts';
import type {Size} from '../layout.ts';

/** How the rows of the screen are parted. All counts are rows of the terminal. */
export type HitsArea = {
	readonly hasHeads: boolean;
	readonly list: number;
	/** Its header included; 0 when there is none. */
	readonly preview: number;
	readonly details: 1 | 2;
};

const chromeRows = 3; // Title, query, key hints.
const smallPreviewRows = 6;

export function partHits(size: Size, isPreviewOpen: boolean): HitsArea {
	const {width, isShort, isTall} = chooseLayout(size);
	const hasHeads = width !== 'narrow';
	const details = isShort ? 1 : 2;
	const body = size.rows - chromeRows - details - (hasHeads ? 1 : 0);
	const preview = isPreviewOpen && hasHitPreview(size) ? (isTall ? Math.ceil(body / 2) : smallPreviewRows) : 0;
	return {hasHeads, list: Math.max(1, body - preview), preview, details};
}

/** True when the screen around a hit has a place below the list; else it comes over it. */
export function hasHitPreview(size: Size): boolean {
	const {width, isShort} = chooseLayout(size);
	return width !== 'narrow' && !isShort;
}
