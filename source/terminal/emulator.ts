import type {Cursor, Screen, Span} from './screen.ts';

/** A terminal without a screen: bytes in, cells out. Nothing it is fed can make it answer, block or grow without bound. */
export type Emulator = {
	readonly columns: number;
	readonly rows: number;
	/** Interprets at once; a character cut at the end waits for the rest. */
	readonly write: (data: Uint8Array | string) => void;
	/** Sizes are clamped to 1–500 columns and 1–300 rows. */
	readonly resize: (columns: number, rows: number) => void;
	readonly readScreen: () => Screen;
	readonly readRow: (row: number) => readonly Span[];
	readonly readCursor: () => Cursor;
	/** Rows that may have changed since the last call. */
	readonly takeDirtyRows: () => readonly number[];
	/** True between `CSI ? 2026 h` and `l`: the program asks not to be painted now. */
	readonly isHoldingPaint: () => boolean;
	/** True when no escape sequence or character is half read: only then may a keyframe be taken. */
	readonly isAtRest: () => boolean;
	/** Escape text that recreates the state in a fresh emulator of the same size. Call only at rest. */
	readonly keyframe: () => string;
	readonly close: () => void;
};
