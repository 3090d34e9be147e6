import type {TextPattern} from '../../store/query/query.ts';
import type {Emulator} from '../../terminal/emulator.ts';
import type {CellRange} from './cell-range.ts';

/** Part of the auditor's terminal, counted from 0. */
export type Rectangle = {
	readonly left: number;
	readonly top: number;
	readonly columns: number;
	readonly rows: number;
};

/** What the pane is to show now. */
export type PaneFrame = {
	readonly emulator: Emulator;
	readonly view: PaneView;
	/** The recorded program asked not to be painted half way: what was painted before stays. */
	readonly isHeld: boolean;
};

export type PaneView = {
	readonly rectangle: Rectangle;
	/** Size of the auditor's terminal. Its last cell is never written: some terminals scroll then. */
	readonly terminal: {readonly columns: number; readonly rows: number};
	/** First column and row of the recording that are visible. */
	readonly pan: Pan;
	readonly isDimmed: boolean;
	/** Drawn inverse over the first line. */
	readonly banner: string | undefined;
	/** Drawn inverse over the last line. */
	readonly footer: string | undefined;
	/** What they match is drawn inverse. */
	readonly patterns: readonly TextPattern[];
	/** Drawn inverse, in place of the recorded cursor. */
	readonly chosen: readonly CellRange[] | undefined;
	/** The terminal shows ASCII only: other characters become `?`. */
	readonly isAscii: boolean;
	/** No colours, whatever the terminal has. */
	readonly isMono: boolean;
};

export type Pan = {
	readonly column: number;
	readonly row: number;
};
