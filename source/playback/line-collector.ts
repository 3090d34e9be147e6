import type {Emulator} from '../terminal/emulator.ts';
import {joinRows} from '../terminal/watch-gone-rows.ts';
import type {GoneRow} from '../terminal/watch-gone-rows.ts';

/** A line of text that stood on the terminal; wrapped rows are joined. */
export type TranscriptLine = {
	/** When it got the text, to 50 ms. */
	readonly positionMs: number;
	/** When it left the screen, or the recording's end; when a line is given before that, as far as the recording went. */
	readonly untilMs: number;
	/** Counted from 0. */
	readonly row: number;
	readonly text: string;
};

type ShownRow = {
	readonly text: string;
	readonly sinceMs: number;
	/** Stood there in a pause already. */
	isSettled: boolean;
	/** Its line was given before it left. */
	isGiven: boolean;
};

const lookEveryMs = 50; // Nobody reads a shorter state, and reading all rows after each packet costs more than interpreting it.

/** Remembers since when each row had its text, and joins the rows that went into lines. */
export class LineCollector {
	positionMs = 0;
	readonly #shown: {main: ShownRow[]; alternate: ShownRow[]} = {main: [], alternate: []};
	#lookedMs = -Infinity;
	#open: {readonly row: GoneRow; readonly positionMs: number; readonly untilMs: number} | undefined;
	#done: TranscriptLine[] = [];
	#count = 0;

	look(emulator: Emulator): void {
		if (this.positionMs - this.#lookedMs < lookEveryMs) {
			return;
		}

		this.#lookNow(emulator);
	}

	/** Take the lines above the cursor that stood there the last time, too. A full-screen program's are taken when it leaves. */
	settle(emulator: Emulator): void {
		this.#lookNow(emulator);
		if (emulator.isOnAlternateScreen()) {
			return;
		}

		const rows = emulator.readRows();
		const above = rows.slice(0, emulator.readCursor().row);
		const end = above.findLastIndex(({text}) => text.trim() !== '') + 1; // Blank rows wait for text below them.
		const shown = this.#shown.main;
		let first = 0;
		let isInOrder = true;
		for (let next = 1; next <= end; next++) {
			if (rows[next]?.isWrapped) {
				continue;
			}

			const line = shown.slice(first, next);
			isInOrder &&= line.every(row => row.isSettled);
			if (isInOrder) {
				this.#give(rows.slice(first, next), line);
			}

			first = next;
		}

		for (const row of shown) {
			row.isSettled = true;
		}
	}

	#lookNow(emulator: Emulator): void {
		this.#lookedMs = this.positionMs;
		const shown = emulator.isOnAlternateScreen() ? this.#shown.alternate : this.#shown.main;
		for (const row of emulator.takeDirtyRows()) {
			const text = emulator.readRow(row).map(span => span.text).join('').trimEnd();
			if (shown[row]?.text !== text) {
				shown[row] = {text, sinceMs: this.positionMs, isSettled: false, isGiven: false};
			}
		}
	}

	/** One row scrolled off, or all at once. */
	addGone(rows: readonly GoneRow[], isOnAlternateScreen: boolean): void {
		const screen = isOnAlternateScreen ? 'alternate' : 'main';
		for (const row of rows) {
			const shown = this.#shown[screen].shift();
			if (row.isWrapped && this.#open !== undefined) {
				this.#open = {...this.#open, row: joinRows(this.#open.row, row), untilMs: this.positionMs};
				continue;
			}

			this.#finish();
			const isAsShown = shown?.text === row.text.trimEnd();
			if (isAsShown && shown.isGiven) {
				continue;
			}

			const sinceMs = isAsShown ? shown.sinceMs : this.positionMs;
			this.#open = {row, positionMs: sinceMs, untilMs: this.positionMs};
		}

		if (!(rows.length > 1)) {
			return;
		}

		this.#finish();
		this.#shown[screen] = [];
	}

	take(): readonly TranscriptLine[] {
		const done = this.#done;
		this.#done = [];
		return done;
	}

	takeLast(): readonly TranscriptLine[] {
		this.#finish();
		return this.take();
	}

	/** One line, of one row or several. */
	#give(rows: readonly GoneRow[], shown: readonly ShownRow[]): void {
		if (shown.every(row => row.isGiven)) {
			return;
		}

		if (rows[0]?.isWrapped !== true) {
			this.#finish();
		}

		for (const row of rows) {
			this.#open = this.#open === undefined
				? {row, positionMs: shown[0]?.sinceMs ?? this.positionMs, untilMs: this.positionMs}
				: {...this.#open, row: joinRows(this.#open.row, row), untilMs: this.positionMs};
		}

		this.#finish();
		for (const row of shown) {
			row.isGiven = true;
		}
	}

	#finish(): void {
		if (this.#open === undefined) {
			return;
		}

		const {row, positionMs, untilMs} = this.#open;
		this.#done.push({positionMs, untilMs, row: this.#count, text: row.text.trimEnd()});
		this.#count++;
		this.#open = undefined;
	}
}
