import type {Cursor, Screen, Span} from './screen.ts';
import type {CursorLine} from './line-reader.ts';
import type {GoneRow} from './watch-gone-rows.ts';

/** Counted in cells. */
export type TerminalSize = {
	readonly columns: number;
	readonly rows: number;
};

/** A terminal without a screen: bytes in, cells out. Nothing it is fed can make it answer, block or grow without bound. */
export type Emulator = {
	readonly columns: number;
	readonly rows: number;
	/** Interprets at once; a character cut at the end waits for the rest. */
	readonly write: (data: Uint8Array | string) => void;
	/** Sizes are clamped to 2–500 columns (a wide character needs two) and 1–300 rows. */
	readonly resize: (columns: number, rows: number) => void;
	/** Start anew: blank screen, all modes as in a fresh terminal. */
	readonly reset: (size: TerminalSize) => void;
	readonly readScreen: () => Screen;
	readonly readCursor: () => Cursor;
	/** The cells of a row, counted from 0, as runs of one style. */
	readonly readRow: (row: number) => readonly Span[];
	/** The row goes on the one above it: the program wrote one long line. */
	readonly isWrapped: (row: number) => boolean;
	/** The rows of text, told as they would be when they left now. */
	readonly readRows: () => readonly GoneRow[];
	/** True while a full-screen program has the screen. */
	readonly isOnAlternateScreen: () => boolean;
	/** Rows that may have changed since the last call, all of them at first. */
	readonly takeDirtyRows: () => readonly number[];
	/** What stands on the screen as lines of text, blank ones left out. The same array when nothing has changed. */
	readonly readLines: () => readonly string[];
	readonly readCursorLine: () => CursorLine;
	/** True between `CSI ? 2026 h` and `l`: the program asks not to be painted now. */
	readonly isHoldingPaint: () => boolean;
	/** True when no escape sequence or character is half read and escape text can tell the state: only then may a keyframe be taken. */
	readonly isAtRest: () => boolean;
	/** Escape text that recreates the state in a fresh emulator of the same size. Call only at rest. */
	readonly keyframe: () => string;
	readonly close: () => void;
};
