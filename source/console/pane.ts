import {buildLine, lineColumns} from './pane/build-line.ts';
import type {CellRange} from './pane/cell-range.ts';
import type {ColorLevel} from './pane/color-level.ts';
import {findMatches} from './pane/find-matches.ts';
import type {PaintedRow} from './pane/paint-row.ts';
import type {PaneFrame, PaneView} from './pane/pane-frame.ts';
import {takePicture} from './pane/picture.ts';
import type {Picture} from './pane/picture.ts';
import {createLineMarker} from './text/line-marker.ts';
import type {LineMarker} from './text/line-marker.ts';

/** The auditor's terminal, as `process.stdout` has it. */
export type PaneOutput = {
	readonly writableNeedDrain: boolean;
	readonly write: (text: string) => unknown;
	readonly once: (event: 'drain', listener: () => void) => unknown;
};

export type PaneHandlers = {
	/** Asked at each painting; `undefined` while there is nothing to paint, or something else stands in its place. */
	readonly readFrame: () => PaneFrame | undefined;
	/** Told once of a pattern that takes too long to mark. Called while painting: do not paint in it. */
	readonly onCostly: (message: string) => void;
};

export type Pane = {
	/** Write the lines that changed. `dropped`: the terminal is slow; the newest frame is painted when it has caught up. */
	readonly paint: () => 'painted' | 'unchanged' | 'dropped';
	/** Something else may have written where the pane is: write every line. */
	readonly repaint: () => void;
	/** Blank the cells that were painted: Ink thinks they are, and leaves them so. `terminalRows`: what the terminal has now, where that has changed. */
	readonly erase: (terminalRows?: number) => void;
	/** Visible characters that this terminal cannot show, drawn as `?`. */
	readonly countUnshown: () => number;
};

/**
The part of the auditor's terminal where a recording is shown: painted by cursor addressing beside Ink, which draws everything around it.

Ink re-creates its whole grid for each frame, ten to twenty times the cost. It leaves rows alone that did not change; when it drew over the pane, call `repaint`.

@param output - the terminal; nothing else than Ink may write to it.
@param colors - what it can show.
@param handlers - what it asks and tells.
*/
export function openPane(output: PaneOutput, colors: ColorLevel, handlers: PaneHandlers): Pane {
	const {readFrame, onCostly} = handlers;
	let picture: Picture | undefined;
	let marker = createLineMarker(onCostly);
	let viewed: PaneView | undefined;
	const lines: PaintedRow[] = [];
	/** Of each line, the cells drawn inverse. */
	const inverted: string[] = [];
	let shown: string[] = [];
	let isWaiting = false;

	function build({emulator, view, isHeld}: PaneFrame): void {
		const before = picture;
		picture = isHeld && before !== undefined ? before : takePicture(emulator, before);
		const isOther = JSON.stringify(view) !== JSON.stringify(viewed) || picture.columns !== before?.columns || picture.rows !== before.rows;
		const changedRows = picture === before ? new Set<number>() : picture.changedRows;
		// What took too long in another recording is tried in this one.
		marker = picture.emulator === before?.emulator ? marker : createLineMarker(onCostly);
		const found = listInverse(picture, view, marker);
		for (let line = 0; line < view.rectangle.rows; line++) {
			const row = view.pan.row + line;
			const inverse = found.filter(range => range.row === row);
			const key = JSON.stringify(inverse);
			if (!(isOther || changedRows.has(row)) && key === inverted[line]) {
				continue;
			}

			lines[line] = buildLine(picture, line, {view, colors, inverse});
			inverted[line] = key;
		}

		lines.length = view.rectangle.rows;
		viewed = view;
	}

	function paint(): 'painted' | 'unchanged' | 'dropped' {
		const frame = readFrame();
		if (frame === undefined) {
			return 'unchanged';
		}

		if (output.writableNeedDrain) {
			waitForDrain();
			return 'dropped';
		}

		const erased = isSamePlace(frame.view, viewed) ? '' : eraseShown(frame.view.terminal.rows);
		build(frame);
		const changed = lines.flatMap(({text}, line) => shown[line] === text ? [] : [addressLine(line, text, frame.view)]);
		shown = lines.map(({text}) => text);
		if (changed.length === 0) {
			return 'unchanged';
		}

		output.write(`${begin}${erased}${changed.join('')}${end}`);
		return 'painted';
	}

	/** The sequences that blank what was painted, but for rows that the terminal no longer has. */
	function eraseShown(terminalRows: number): string {
		const place = viewed;
		const blanks = place === undefined ? [] : shown.map((_, line) => place.rectangle.top + line < terminalRows ? addressLine(line, '', place) : '');
		shown = [];
		return blanks.join('');
	}

	function waitForDrain(): void {
		if (isWaiting) {
			return;
		}

		isWaiting = true;
		output.once('drain', () => {
			isWaiting = false;
			paint();
		});
	}

	return {
		paint,
		repaint() {
			shown = [];
			paint();
		},
		erase(terminalRows = viewed?.terminal.rows ?? 0) {
			const blanks = eraseShown(terminalRows);
			if (blanks !== '') {
				output.write(`${begin}${blanks}${end}`);
			}
		},
		countUnshown: () => lines.reduce((sum, {unshown}) => sum + unshown, 0),
	};
}

/** A person's own choice hides the matches: two kinds of inverse cells would be mistaken for one another. */
function listInverse(picture: Picture, {patterns, chosen}: PaneView, marker: LineMarker): readonly CellRange[] {
	return chosen ?? (patterns.length === 0 ? [] : findMatches(picture, texts => marker.find(texts, patterns)));
}

/** Synchronized output, so that no half frame is seen; save the cursor for Ink; no wrapping, lest a character that this terminal draws wider go on in the next row. */
const begin = '\u{1B}[?2026h\u{1B}7\u{1B}[?7l';
const end = '\u{1B}[0m\u{1B}[?7h\u{1B}8\u{1B}[?2026l';

function isSamePlace(a: PaneView, b: PaneView | undefined): boolean {
	return JSON.stringify([a.rectangle, a.terminal]) === JSON.stringify([b?.rectangle, b?.terminal]);
}

/** `CSI X` erases just the pane's cells; the row's neighbours stay. */
function addressLine(line: number, text: string, view: PaneView): string {
	const {left, top} = view.rectangle;
	return `\u{1B}[${top + line + 1};${left + 1}H\u{1B}[0m\u{1B}[${lineColumns(line, view)}X${text}`;
}
