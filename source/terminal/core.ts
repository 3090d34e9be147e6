import type {Terminal} from '@xterm/headless';

/**
The insides of `@xterm/headless` 6.0.0 that the emulator depends on. The version is pinned; `test/terminal/core.ts` fails when an update renames any of them.

Needed because the public interface cannot write synchronously, tell which rows changed, read scroll region, tab stops, charsets or saved cursor, or clamp a parameter before its handler loops over it.
*/
export type Core = {
	readonly writeSync: (text: string) => void;
	readonly buffers: {readonly active: CoreBuffer; readonly normal: CoreBuffer; readonly alt: CoreBuffer};
	readonly coreService: {
		readonly isCursorHidden: boolean;
		readonly modes: {readonly insertMode: boolean};
		readonly decPrivateModes: {readonly origin: boolean; readonly wraparound: boolean; readonly reverseWraparound: boolean; readonly synchronizedOutput: boolean};
	};
	readonly unicodeService: {charProperties: (codePoint: number, preceding: number) => number};
	readonly _bufferService: {scroll: (attributes: CoreAttributes, isWrapped?: boolean) => void};
	readonly _charsetService: CoreCharsets;
	readonly _inputHandler: CoreHandler;
};

export type CoreBuffer = {
	readonly lines: {
		readonly length: number;
		maxLength: number;
		readonly get: (row: number) => CoreLine | undefined;
		readonly push: (line: CoreLine) => void;
		readonly set: (row: number, line: CoreLine) => void;
		readonly trimStart: (count: number) => void;
	};
	readonly getNullCell: () => CoreCell;
	readonly getBlankLine: (attributes: CoreAttributes, isWrapped?: boolean) => CoreLine;
	x: number;
	y: number;
	ybase: number;
	ydisp: number;
	readonly scrollTop: number;
	readonly scrollBottom: number;
	readonly tabs: Record<number, boolean | undefined>;
	savedX: number;
	savedY: number;
	readonly savedCurAttrData: CoreAttributes;
	/** Ours: the emulator keeps all four sets here, see `keepCharsets`. */
	savedCharset: SavedCharsets | undefined;
};

export type CoreLine = {
	readonly resize: (columns: number, blank: CoreCell) => void;
	readonly copyFrom: (line: CoreLine) => void;
	readonly length: number;
	readonly isWrapped: boolean;
	/** Three numbers a cell: content, foreground and background. */
	readonly _data: Uint32Array;
	readonly _combined: Record<number, string>;
};

/** A cell taken out of its line; the emulator only hands it back. */
type CoreCell = {readonly content: number};

export type CoreAttributes = {
	fg: number;
	bg: number;
	extended: {underlineStyle: number; readonly clone: () => CoreAttributes['extended']};
	readonly updateExtended: () => void;
	readonly clone: () => CoreAttributes;
};

/** A translation table; `undefined` is plain ASCII. */
export type Charset = Readonly<Record<string, string | undefined>> | undefined;

export type CoreCharsets = {
	readonly glevel: number;
	readonly charset: Charset;
	readonly _charsets: readonly Charset[];
	readonly setgLevel: (level: number) => void;
	readonly setgCharset: (level: number, charset: Charset) => void;
	readonly reset: () => void;
};

export type SavedCharsets = {
	readonly level: number;
	readonly sets: readonly Charset[];
};

export type CoreParameters = {readonly length: number; readonly params: Int32Array};

export type CoreHandler = {
	readonly _curAttrData: CoreAttributes;
	readonly _parser: {
		readonly currentState: number;
		precedingJoinState: number;
		readonly _oscParser: {start: () => void; put: () => void; end: () => void};
		readonly _dcsParser: {hook: () => void; put: () => void; unhook: () => void};
	};
	/** Without rows: all of them. */
	readonly onRequestRefreshRows: (listener: (rows: {readonly start: number; readonly end: number} | undefined) => void) => void;
	readonly onRequestReset: (listener: () => void) => void;
	/** One range from the first row marked in a write to the last. */
	readonly _dirtyRowTracker: {
		markDirty: (row: number) => void;
		markRangeDirty: (from: number, until: number) => void;
		clearRange: () => void;
	};
	readonly selectCharset: (collected: string) => boolean;
	readonly _restrictCursor: () => void;
	print: (codePoints: Uint32Array, start: number, end: number) => void;
	saveCursor: () => boolean;
	restoreCursor: () => boolean;
	tabSet: () => boolean;
	eraseInDisplay: (parameters: CoreParameters, isProtected: boolean) => boolean;
	resetModePrivate: (parameters: CoreParameters) => boolean;
	fullReset: () => boolean;
	reverseIndex: () => boolean;
} & Record<LoopingHandler, (parameters: CoreParameters) => boolean>;

/** Handlers that loop as often as their parameter says. */
export type LoopingHandler = LineHandler | CellHandler | 'cursorForwardTab' | 'cursorBackwardTab' | 'repeatPrecedingCharacter';
type LineHandler = 'insertLines' | 'deleteLines' | 'scrollUp' | 'scrollDown';
type CellHandler = 'insertChars' | 'deleteChars' | 'eraseChars' | 'insertColumns' | 'deleteColumns' | 'scrollLeft' | 'scrollRight';

/** The insides of a terminal. */
export function reachCore(terminal: Terminal): Core {
	// Private by name, so TypeScript does not know it; `test/terminal/core.ts` watches each name of the type.
	return (terminal as unknown as {readonly _core: Core})._core;
}

export function countColumns({lines}: CoreBuffer): number {
	return lines.get(0)?.length ?? 1;
}

/** The rows of a buffer; none for the alternate screen while it is not shown. */
export function listLines({lines}: CoreBuffer): readonly CoreLine[] {
	return Array.from({length: lines.length}, (_, row) => lines.get(row)).filter(line => line !== undefined);
}
