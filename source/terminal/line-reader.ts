import {breakLine} from './break-line.ts';
import {watchChangedRows} from './changed-rows.ts';
import type {Core, CoreBuffer, CoreLine} from './core.ts';
import {readText, readTextUntil} from './read-text.ts';
import {watchLeaving} from './watch-leaving.ts';

const shortUnits = 1024; // Not worth a look whether it has to be broken.

/** Hears each line of text as it leaves the screen: wrapped rows joined, blanks at its end cut. Blank lines are not told. */
export type GoneLineListener = (text: string) => void;

/** Reads the screen as lines: wrapped rows joined, blanks at the end cut, blank lines left out. */
export type LineReader = {
	/** Take what has changed since the last call; the same array when nothing has. */
	readonly read: () => readonly string[];
	/** The screen was made anew, with another size. */
	readonly markAll: () => void;
	readonly readCursorLine: () => CursorLine;
};

/** The line that the cursor stands in, wrapped rows joined. */
export type CursorLine = {
	/** What stands before the cursor, with the blanks at its end. */
	readonly before: string;
	readonly text: string;
};

/** What has left the screen of a line that goes on in one of its rows. */
type Head = {
	readonly buffer: CoreBuffer;
	readonly row: number;
	readonly text: string;
	/** What the row held when it became the first: if that is no longer so, another line stands there. `undefined` while nothing was written. */
	readonly next: string | undefined;
};

/**
Read a terminal's lines, and tell of those that leave it, even several within one write.

A line that scrolls off row by row is told when its last row goes, and reads as a whole till then. Those longer than 32 KiB come in pieces.

@param core - of a fresh terminal, guarded.
@param tell - called before the rows are gone.
*/
export function createLineReader(core: Core, tell: GoneLineListener): LineReader {
	const texts: string[] = [];
	const changedRows = watchChangedRows(core);
	changedRows.markAll();
	let lines: readonly string[] = [];
	let head: Head | undefined;

	watchLeaving(core, {
		scroll(row, isContinued) {
			const line = readLine(core, row);
			const text = line === undefined ? '' : readText(line, false);
			const before = head === undefined ? '' : readHead(row, text);
			if (head !== undefined) {
				dropHead(before !== '');
			}

			if (line !== undefined && isContinued) {
				keepHead(row, before + readText(line, true));
			} else {
				tellLine(before + text);
			}
		},
		clear() {
			tellRows(0, countRows(core) - 1);
			head = undefined;
		},
		drop(first, last) {
			tellRows(first, last);
			if (head !== undefined && head.row >= first && head.row <= last) {
				head = undefined;
			}
		},
	});

	function readHead(row: number, text: string): string {
		const isHere = head?.row === row && head.buffer === core.buffers.active && (head.next === undefined || head.next === text);
		return isHere ? head?.text ?? '' : '';
	}

	/** One whose rest was overwritten is told by itself. */
	function dropHead(isUsed: boolean): void {
		if (head !== undefined && !isUsed) {
			tellLine(head.text);
		}

		head = undefined;
	}

	function keepHead(row: number, whole: string): void {
		const {pieces, rest} = breakLine(whole);
		for (const piece of pieces) {
			tell(piece);
		}

		const {active} = core.buffers;
		const below = active.scrollTop === active.scrollBottom ? undefined : readLine(core, row + 1);
		head = {buffer: active, row, text: rest, next: below === undefined ? undefined : readText(below, false)};
	}

	/** All lines that have a part in these rows. */
	function tellRows(first: number, last: number): void {
		for (const line of first > last ? [] : joinRows(findFirstRow(core, first), findLastRow(core, last))) {
			tell(line);
		}
	}

	function tellLine(text: string): void {
		if (text === '') {
			return;
		}

		for (const piece of breakWhole(text)) {
			tell(piece);
		}
	}

	/** Some rows as lines; their texts may be known. */
	function joinRows(first: number, last: number, shown?: readonly string[]): string[] {
		const joined: string[] = [];
		let open = '';
		for (let row = first; row <= last; row++) {
			const line = readLine(core, row);
			if (line === undefined) {
				continue;
			}

			const text = shown?.[row] ?? readText(line, false);
			open += head === undefined ? '' : readHead(row, text);
			if (row < last && readLine(core, row + 1)?.isWrapped === true) {
				open += readText(line, true);
			} else if (open === '' && text.length < shortUnits) {
				if (text !== '') {
					joined.push(text); // Nearly all lines.
				}
			} else {
				joined.push(...breakWhole(open + text));
				open = '';
			}
		}

		return joined;
	}

	return {
		read() {
			const {movedUp, rows} = changedRows.take();
			if (rows.length === 0) {
				return lines;
			}

			texts.splice(0, movedUp);
			for (const row of rows) {
				const line = readLine(core, row);
				texts[row] = line === undefined ? '' : readText(line, false);
			}

			lines = joinRows(0, countRows(core) - 1, texts);
			return lines;
		},
		markAll: changedRows.markAll,
		readCursorLine() {
			const {x, y} = core.buffers.active;
			const first = findFirstRow(core, y);
			const above = Array.from({length: y - first}, (_, index) => readLine(core, first + index)).map(line => line === undefined ? '' : readText(line, true)).join('');
			const line = readLine(core, y);
			return {before: above + (line === undefined ? '' : readTextUntil(line, x)), text: joinRows(first, findLastRow(core, y)).join('')};
		},
	};
}

function readLine({buffers: {active}}: Core, row: number): CoreLine | undefined {
	return active.lines.get(active.ybase + row);
}

/** Where the line begins that has a row. */
function findFirstRow(core: Core, row: number): number {
	let first = row;
	while (first > 0 && readLine(core, first)?.isWrapped === true) {
		first--;
	}

	return first;
}

function findLastRow(core: Core, row: number): number {
	let last = row;
	while (last + 1 < countRows(core) && readLine(core, last + 1)?.isWrapped === true) {
		last++;
	}

	return last;
}

function countRows({buffers: {active}}: Core): number {
	return active.lines.length - active.ybase;
}

function breakWhole(text: string): readonly string[] {
	if (text === '') {
		return [];
	}

	const {pieces, rest} = breakLine(text.trimEnd());
	return rest === '' ? pieces : [...pieces, rest];
}
