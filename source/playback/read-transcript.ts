import type {StoredMessage} from '../store/store.ts';
import {createEmulator} from '../terminal/create-emulator.ts';
import type {Emulator} from '../terminal/emulator.ts';
import {feedPacket, prepareEmulator} from '../terminal/feed-packet.ts';
import {joinRows, type GoneRow} from '../terminal/watch-gone-rows.ts';
import {decodeMessage} from './decoded-message.ts';

/** A line of text that stood on the terminal; wrapped rows are joined. */
export type TranscriptLine = {
	/** When it got the text, to 50 ms. */
	readonly positionMs: number;
	/** When it left the screen, or the recording's end. */
	readonly untilMs: number;
	/** Counted from 0. */
	readonly row: number;
	readonly text: string;
};

/**
The lines that a recording's terminal showed, in the order they left the screen; what stands there at the end comes last.

Of a full-screen program it is the screen it left.

@param messages - in the order of ids; may go on while the recording lives.
*/
export async function * readTranscript(messages: AsyncIterable<StoredMessage>): AsyncGenerator<TranscriptLine> {
	const lines = new LineCollector();
	const emulator = createEmulator({columns: 80, rows: 24}, rows => {
		lines.addGone(rows);
	});
	try {
		let latestMs = 0;
		let isStarted = false;
		for await (const message of messages) {
			const decoded = decodeMessage(message, latestMs);
			if (!isStarted) {
				prepareEmulator(emulator, decoded);
				isStarted = true;
			}

			for (const packet of decoded.packets) {
				latestMs = packet.positionMs;
				lines.positionMs = latestMs;
				feedPacket(emulator, packet);
				if (packet.type === 'output') {
					lines.look(emulator);
				}
			}

			yield * lines.take();
		}

		emulator.write(leaveAllRows);
		yield * lines.takeLast();
	} finally {
		emulator.close();
	}
}

/** Ends a sequence that is half read, then lets the rows of both screens go. */
const leaveAllRows = '\u{18}\u{1B}[?1049l\u{1B}[2J';
const lookEveryMs = 50; // Nobody reads a shorter state, and reading all rows after each packet costs more than interpreting it.

/** Remembers since when each row had its text, and joins the rows that went into lines. */
class LineCollector {
	positionMs = 0;
	#shown: Array<{readonly text: string; readonly sinceMs: number}> = [];
	#lookedMs = -Infinity;
	#open: {readonly row: GoneRow; readonly positionMs: number; readonly untilMs: number} | undefined;
	#done: TranscriptLine[] = [];
	#count = 0;

	look(emulator: Emulator): void {
		if (this.positionMs - this.#lookedMs < lookEveryMs) {
			return;
		}

		this.#lookedMs = this.positionMs;
		for (const row of emulator.takeDirtyRows()) {
			const text = emulator.readRow(row).map(span => span.text).join('').trimEnd();
			if (this.#shown[row]?.text !== text) {
				this.#shown[row] = {text, sinceMs: this.positionMs};
			}
		}
	}

	/** One row scrolled off, or all at once. */
	addGone(rows: readonly GoneRow[]): void {
		for (const row of rows) {
			const shown = this.#shown.shift();
			if (row.isWrapped && this.#open !== undefined) {
				this.#open = {...this.#open, row: joinRows(this.#open.row, row), untilMs: this.positionMs};
				continue;
			}

			this.#finish();
			const sinceMs = shown?.text === row.text.trimEnd() ? shown.sinceMs : this.positionMs;
			this.#open = {row, positionMs: sinceMs, untilMs: this.positionMs};
		}

		if (!(rows.length > 1)) {
			return;
		}

		this.#finish();
		this.#shown = [];
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
