import type {TextRange} from '../../store/query/text-range.ts';

/** The recorded screen at a hit's first instant. */
export type HitScreen = {
	/** Which hit it belongs to. */
	readonly address: string;
	readonly positionMs: number;
	/** The rows of the recorded terminal, trailing blanks cut. Not yet safe to show. */
	readonly lines: readonly string[];
	/** Of each line what is to stand out: in order, none over another. */
	readonly marks: ReadonlyArray<readonly TextRange[]>;
	/** The row that has the hit, counted from 0; `undefined` when the line stood there only between two packets. */
	readonly row: number | undefined;
	/** Where the cursor is, counted from 0. */
	readonly cursorRow: number;
	/** Why it could not be read. */
	readonly problem: string | undefined;
};
