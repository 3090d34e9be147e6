/** Cells of one row of the recorded screen; `to` is behind the last one. */
export type CellRange = {
	readonly row: number;
	readonly from: number;
	readonly to: number;
};
