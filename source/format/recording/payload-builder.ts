import type {WindowSize} from './encoder.ts';
import type {IoPacket} from './packet.ts';
import {PayloadStream} from './payload-stream.ts';
import {takeText} from './take-text.ts';
import type {TextBudget} from './take-text.ts';

/** What the bytes of an `add…` are: which way they went, and when. */
export type IoEvent = {
	readonly type: IoPacket['type'];
	/** Whole milliseconds. */
	readonly positionMs: number;
};

/**
The payload of one message while it is made, within a limit of bytes; `reset` makes it the next message's.

Each `add…` adds what fits as a whole, with its delay and its timing, or nothing. Space for timing is set aside as tlog does it: one byte for a mark, one more each time a count gains a digit, the first included.
An event earlier than the one before is taken to be at the same time.
*/
export class PayloadBuilder {
	readonly #limitBytes: number;
	readonly #streams: Readonly<Record<IoPacket['type'], PayloadStream>>;
	#window: WindowSize | undefined;
	#firstMs: number | undefined;
	#lastMs: number;
	#leftBytes: number;
	#timing = '';
	/** The one begun; it is `#first` or `#second`, the other is spare. */
	#run: Run | undefined;
	#openBytes = 0;
	readonly #first = createRun();
	readonly #second = createRun();
	readonly #budget: TextBudget = {leftBytes: 0, characters: 0, nextDigitAt: 1};

	constructor(limitBytes: number, lastMs = 0) {
		this.#limitBytes = limitBytes;
		this.#lastMs = lastMs;
		this.#leftBytes = limitBytes;
		this.#streams = {input: new PayloadStream(limitBytes), output: new PayloadStream(limitBytes)};
	}

	/** What must stand before an event: the size known from earlier messages if it is the first, the delay if it is not. */
	#printLead(positionMs: number): string {
		if (this.#firstMs === undefined) {
			return this.#window === undefined ? '' : printWindow(this.#window);
		}

		const delayMs = positionMs - this.#lastMs;
		return delayMs > 0 ? `+${delayMs}` : '';
	}

	/** The run that an event belongs to: the one begun, or the spare one made ready; `#openBytes` is what beginning it costs. Nothing is allocated: random bytes are half a million runs a megabyte. */
	#openRun({type, positionMs}: IoEvent, isBinary: boolean): Run {
		const lead = this.#printLead(positionMs);
		const run = this.#run;
		if (lead === '' && run?.type === type && run.isBinary === isBinary) {
			this.#openBytes = 0;
			return run;
		}

		const fresh = run === this.#first ? this.#second : this.#first;
		fresh.lead = lead;
		fresh.type = type;
		fresh.isBinary = isBinary;
		fresh.characters = 0;
		fresh.nextDigitAt = 1;
		fresh.bytes = 0;
		fresh.nextByteDigitAt = 1;
		this.#openBytes = lead.length + (isBinary ? 2 : 1);
		return fresh;
	}

	#commit(positionMs: number, run: Run): void {
		if (run !== this.#run) {
			this.#closeRun();
			this.#timing += run.lead;
			this.#run = run;
		}

		this.#setLast(positionMs);
	}

	#closeRun(): void {
		if (this.#run === undefined) {
			return;
		}

		this.#timing += printRun(this.#run);
		this.#run = undefined;
	}

	#setLast(positionMs: number): void {
		if (positionMs > this.#lastMs) {
			this.#lastMs = positionMs;
		}

		this.#firstMs ??= this.#lastMs;
	}

	/** Position of the first event; `undefined` while there is none. */
	get positionMs(): number | undefined {
		return this.#firstMs;
	}

	/** Position of the last event of this payload or of an earlier one. */
	get lastMs(): number {
		return this.#lastMs;
	}

	/**
	Add valid characters of `data` from `offset` on, as many as fit.

	@returns Where it stopped: at the end, at bytes that are no whole valid character, or at a character that does not fit.
	*/
	addText(event: IoEvent, data: Uint8Array, offset: number): number {
		const run = this.#openRun(event, false);
		const budget = this.#budget;
		budget.leftBytes = this.#leftBytes - this.#openBytes;
		budget.characters = run.characters;
		budget.nextDigitAt = run.nextDigitAt;
		const end = takeText(data, offset, budget);
		if (end > offset) {
			this.#commit(event.positionMs, run);
			this.#leftBytes = budget.leftBytes;
			run.characters = budget.characters;
			run.nextDigitAt = budget.nextDigitAt;
			this.#streams[event.type].addText(data, offset, end);
		}

		return end;
	}

	/** Add one invalid sequence, the bytes of `data` from `start` to `end`, and one U+FFFD in the text. False when it does not fit. */
	addBinary(event: IoEvent, data: Uint8Array, start: number, end: number): boolean {
		const run = this.#openRun(event, true);
		const stream = this.#streams[event.type];
		const doesGainDigit = run.characters + 1 === run.nextDigitAt;
		const doesGainByteDigit = run.bytes + end - start >= run.nextByteDigitAt;
		const costBytes = this.#openBytes + stream.measureBinary(data, start, end) + Number(doesGainDigit) + Number(doesGainByteDigit);
		if (costBytes > this.#leftBytes) {
			return false;
		}

		this.#commit(event.positionMs, run);
		this.#leftBytes -= costBytes;
		run.characters++;
		run.nextDigitAt *= doesGainDigit ? 10 : 1;
		run.bytes += end - start;
		run.nextByteDigitAt *= doesGainByteDigit ? 10 : 1;
		stream.addBinary(data, start, end);
		return true;
	}

	/** Add a window record. False when it does not fit. */
	addWindow(positionMs: number, size: WindowSize): boolean {
		const lead = this.#firstMs === undefined ? '' : this.#printLead(positionMs);
		const record = lead + printWindow(size);
		if (record.length > this.#leftBytes) {
			return false;
		}

		this.#closeRun();
		this.#timing += record;
		this.#leftBytes -= record.length;
		this.#setLast(positionMs);
		return true;
	}

	/** The payload as the fields of a message's JSON object, from `"timing"` to `"out_bin"`. */
	print(): string {
		this.#closeRun();
		const {input, output} = this.#streams;
		return `"timing":"${this.#timing}","in_txt":${input.printText()},"in_bin":[${input.printBinary()}],"out_txt":${output.printText()},"out_bin":[${output.printBinary()}]`;
	}

	/** Begin the next message. A known `window` is written before its first event, unless that is a new size. */
	reset(window: WindowSize | undefined): void {
		this.#window = window;
		this.#firstMs = undefined;
		this.#leftBytes = this.#limitBytes;
		this.#timing = '';
		this.#run = undefined;
		this.#streams.input.clear();
		this.#streams.output.clear();
	}
}

/** Consecutive characters, or invalid sequences, of one direction: one timing record. */
type Run = {
	/** What stands before it. */
	lead: string;
	type: IoPacket['type'];
	isBinary: boolean;
	characters: number;
	nextDigitAt: number;
	bytes: number;
	nextByteDigitAt: number;
};

function createRun(): Run {
	return {lead: '', type: 'output', isBinary: false, characters: 0, nextDigitAt: 1, bytes: 0, nextByteDigitAt: 1};
}

function printRun({type, isBinary, characters, bytes}: Run): string {
	return isBinary ? `${type === 'input' ? '[' : ']'}${characters}/${bytes}` : `${type === 'input' ? '<' : '>'}${characters}`;
}

function printWindow({columns, rows}: WindowSize): string {
	return `=${columns}x${rows}`;
}
