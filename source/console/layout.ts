export type Size = {readonly columns: number; readonly rows: number};

/** How much room there is. Only `≥` rules decide, so that a resize there and back changes nothing. */
export type Layout = {
	readonly width: 'narrow' | 'normal' | 'wide';
	/** Under 20 rows: no preview, no panel, no marks row. */
	readonly isShort: boolean;
	/** From 34 rows: the preview stands below the list. */
	readonly isTall: boolean;
	/** From 170 columns: the preview stands right of the list. */
	readonly isBroad: boolean;
	/** Under 40×10 nothing but a line that says so fits. */
	readonly isTooSmall: boolean;
};

export function chooseLayout({columns, rows}: Size): Layout {
	return {
		width: columns >= 110 ? 'wide' : (columns >= 80 ? 'normal' : 'narrow'),
		isShort: rows < 20,
		isTall: rows >= 34,
		isBroad: columns >= 170,
		isTooSmall: columns < 40 || rows < 10,
	};
}
