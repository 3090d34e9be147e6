/** What the terminal shows at one instant, as plain text: row for row, trailing blanks cut, controls impossible. */
export type Screen = {
	readonly columns: number;
	readonly rows: number;
	readonly lines: readonly string[];
	readonly cursor: Cursor;
};

/** Counted from 0. */
export type Cursor = {
	readonly column: number;
	readonly row: number;
	readonly isVisible: boolean;
};

/** A run of neighbouring cells of one style. A wide character or a cluster of several code points is a span of its own. */
export type Span = {
	/** First cell, counted from 0. */
	readonly column: number;
	/** How many cells the text takes. */
	readonly columns: number;
	readonly text: string;
	readonly style: Style;
};

export type Style = {
	readonly foreground: Color;
	readonly background: Color;
	readonly isBold: boolean;
	readonly isDim: boolean;
	readonly isItalic: boolean;
	readonly isUnderlined: boolean;
	readonly isBlinking: boolean;
	readonly isInverse: boolean;
	readonly isInvisible: boolean;
	readonly isStruckThrough: boolean;
	readonly isOverlined: boolean;
};

/** `undefined` is the terminal's default; palette indexes are 0 to 255; a direct colour is 0xRRGGBB. */
export type Color = undefined | {readonly type: 'palette'; readonly index: number} | {readonly type: 'direct'; readonly rgb: number};
