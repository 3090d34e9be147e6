/** What the mouse does, by the cell it is over: columns and rows from 0. */
export type MouseAction =
	| {readonly type: 'clicked'; readonly column: number; readonly row: number; readonly isDouble: boolean}
	| {readonly type: 'scrolled'; readonly isDown: boolean};
