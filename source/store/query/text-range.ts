/** A part of a text, in UTF-16 units; `to` is behind the last one. */
export type TextRange = {
	readonly from: number;
	readonly to: number;
};
