import headless from '@xterm/headless';
import type {Terminal} from '@xterm/headless';
import {UnicodeGraphemesAddon} from './graphemes.ts';
import {reachCore} from './core.ts';
import type {Core, CoreLine} from './core.ts';
import {guard} from './guard.ts';
import {canPrintKeyframe, printKeyframe} from './keyframe.ts';
import {mend} from './mend.ts';
import {readRow} from './read-row.ts';
import {resizeCore} from './resize-core.ts';
import {createTextReader} from './text-reader.ts';
import type {TextReader} from './text-reader.ts';
import {readAllRows, watchGoneRows} from './watch-gone-rows.ts';
import type {GoneRowsListener} from './watch-gone-rows.ts';
import {createLineReader} from './line-reader.ts';
import type {GoneLineListener, LineReader} from './line-reader.ts';
import {dropUnprinted} from './visible-text.ts';
import type {Emulator, TerminalSize} from './emulator.ts';
import type {Cursor, Screen} from './screen.ts';

const mostColumns = 500;
const leastColumns = 2; // A wide character needs two.
const mostRows = 300;

/** Hear of text as it leaves the screen, even several times within one write. */
export type EmulatorListeners = {
	readonly onGoneRows?: GoneRowsListener;
	/** Needed for `readLines`, too. */
	readonly onGoneLine?: GoneLineListener;
};

/**
An emulator with a blank screen.

@param size - clamped as `resize` does.
@param listeners - cost time: each row that leaves is read.
*/
export function createEmulator(size: TerminalSize, listeners: EmulatorListeners = {}): Emulator {
	let inside = createInside(size, listeners);

	function readLine(row: number): CoreLine | undefined {
		const {lines, ybase} = inside.core.buffers.active;
		return row >= 0 && row < inside.terminal.rows ? lines.get(ybase + row) : undefined;
	}

	function readCursor(): Cursor {
		const {x, y} = inside.core.buffers.active;
		return {column: Math.min(x, inside.terminal.cols - 1), row: y, isVisible: !inside.core.coreService.isCursorHidden};
	}

	function readSpans(row: number): ReturnType<typeof readRow> {
		const line = readLine(row);
		return line === undefined ? [] : readRow(line);
	}

	function readScreen(): Screen {
		const {cols: columns, rows} = inside.terminal;
		const lines = Array.from({length: rows}, (_, row) => readSpans(row).map(span => span.text).join('').trimEnd());
		return {columns, rows, lines, cursor: readCursor()};
	}

	function takeDirtyRows(): readonly number[] {
		const rows = [...inside.dirty].filter(row => row < inside.terminal.rows);
		inside.dirty.clear();
		return rows;
	}

	return {
		get columns() {
			return inside.terminal.cols;
		},
		get rows() {
			return inside.terminal.rows;
		},
		write(data) {
			const text = dropUnprinted(typeof data === 'string' ? data : inside.reader.read(data));
			if (text !== '') {
				inside.core.writeSync(text);
			}
		},
		resize(columns, rows) {
			resizeInside(inside, clampSize({columns, rows}));
		},
		reset(fresh) {
			inside.terminal.dispose();
			inside = createInside(fresh, listeners);
		},
		readScreen,
		readRow: readSpans,
		readCursor,
		isWrapped: row => readLine(row)?.isWrapped ?? false,
		readRows: () => readAllRows(inside.core),
		isOnAlternateScreen: () => inside.core.buffers.active === inside.core.buffers.alt,
		takeDirtyRows,
		readCursorLine: () => inside.lines?.readCursorLine() ?? {before: '', text: ''},
		readLines: () => inside.lines?.read() ?? [],
		isHoldingPaint: () => inside.core.coreService.decPrivateModes.synchronizedOutput,
		isAtRest: () => !inside.reader.isHalfway() && canPrintKeyframe(inside.core),
		keyframe: () => printKeyframe({core: inside.core, isLineFeedNewLine: inside.terminal.options.convertEol ?? false}),
		close() {
			inside.terminal.dispose();
		},
	};
}

type Inside = {
	readonly terminal: Terminal;
	readonly core: Core;
	readonly reader: TextReader;
	readonly lines: LineReader | undefined;
	readonly dirty: Set<number>;
};

function createInside(size: TerminalSize, {onGoneRows, onGoneLine}: EmulatorListeners): Inside {
	const {columns, rows} = clampSize(size);
	const terminal = new headless.Terminal({cols: columns, rows, scrollback: 0, logLevel: 'off', allowProposedApi: true});
	terminal.loadAddon(new UnicodeGraphemesAddon());
	const core = reachCore(terminal);
	guard(core);
	mend(core);
	if (onGoneRows !== undefined) {
		watchGoneRows(core, onGoneRows);
	}

	const lines = onGoneLine === undefined ? undefined : createLineReader(core, onGoneLine);
	const inside = {terminal, core, lines, reader: createTextReader(), dirty: new Set<number>()};
	markDirty(inside, 0, rows - 1);
	core._inputHandler.onRequestRefreshRows(changed => {
		const {start, end} = changed ?? {start: 0, end: terminal.rows - 1};
		markDirty(inside, start, end);
	});
	return inside;
}

function resizeInside(inside: Inside, {columns, rows}: TerminalSize): void {
	if (columns === inside.terminal.cols && rows === inside.terminal.rows) {
		return;
	}

	resizeCore(inside.terminal, inside.core, {columns, rows});
	markDirty(inside, 0, rows - 1);
	inside.lines?.markAll();
}

function markDirty({dirty}: Inside, first: number, last: number): void {
	for (let row = first; row <= last; row++) {
		dirty.add(row);
	}
}

function clampSize({columns, rows}: TerminalSize): TerminalSize {
	return {
		columns: Math.max(leastColumns, Math.min(mostColumns, columns)),
		rows: Math.max(1, Math.min(mostRows, rows)),
	};
}
