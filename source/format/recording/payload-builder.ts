import {escapedSizes, escapeText} from './escape.ts';
import type {IoPacket} from './packet.ts';
import {decodeUtf8, measureSequence} from './utf8.ts';

export type WindowSize = {readonly columns: number; readonly rows: number};

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
	readonly #streams: Readonly<Record<IoPacket['type'], Stream>>;
	#window: WindowSize | undefined;
	#firstMs: number | undefined;
	#lastMs = 0;
	#leftBytes: number;
	#timing = '';
	#run: Run | undefined;

	constructor(limitBytes: number) {
		this.#limitBytes = limitBytes;
		this.#leftBytes = limitBytes;
		this.#streams = {input: createStream(limitBytes), output: createStream(limitBytes)};
	}

	/** What must stand before an event: the size known from earlier messages if it is the first, the delay if it is not. */
	#printLead(positionMs: number): string {
		if (this.#firstMs === undefined) {
			return this.#window === undefined ? '' : printWindow(this.#window);
		}

		const delayMs = positionMs - this.#lastMs;
		return delayMs > 0 ? `+${delayMs}` : '';
	}

	#openRun({type, positionMs}: IoEvent, isBinary: boolean): OpenRun {
		const lead = this.#printLead(positionMs);
		const run = this.#run;
		if (lead === '' && run?.type === type && run.isBinary === isBinary) {
			return {lead, run, isNew: false, costBytes: 0};
		}

		const marksBytes = isBinary ? 2 : 1;
		return {lead, run: {type, isBinary, characters: 0, nextDigitAt: 1, bytes: 0, nextByteDigitAt: 1}, isNew: true, costBytes: lead.length + marksBytes};
	}

	#commit(positionMs: number, {lead, run, isNew}: OpenRun): void {
		if (isNew) {
			this.#closeRun();
			this.#timing += lead;
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
		this.#firstMs ??= Math.max(positionMs, this.#lastMs);
		this.#lastMs = Math.max(positionMs, this.#lastMs);
	}

	/** Position of the first event; `undefined` while there is none. */
	get positionMs(): number | undefined {
		return this.#firstMs;
	}

	/**
	Add valid characters of `data` from `offset` on, as many as fit.

	@returns Where it stopped: at the end, at bytes that are no whole valid character, or at a character that does not fit.
	*/
	addText(event: IoEvent, data: Uint8Array, offset: number): number {
		const open = this.#openRun(event, false);
		let leftBytes = this.#leftBytes - open.costBytes;
		let {characters, nextDigitAt} = open.run;
		let end = offset;
		while (end < data.length) {
			const byte = data[end] ?? 0;
			const size = byte < 0x80 ? 1 : measureSequence(data, end);
			const isGainsDigit = characters + 1 === nextDigitAt;
			const costBytes = (byte < 0x80 ? escapedSizes[byte] ?? 0 : size) + (isGainsDigit ? 1 : 0);
			if (size <= 0 || costBytes > leftBytes) {
				break;
			}

			leftBytes -= costBytes;
			characters++;
			nextDigitAt = isGainsDigit ? nextDigitAt * 10 : nextDigitAt;
			end += size;
		}

		if (end > offset) {
			this.#commit(event.positionMs, open);
			this.#leftBytes = leftBytes;
			open.run.characters = characters;
			open.run.nextDigitAt = nextDigitAt;
			addText(this.#streams[event.type], data.subarray(offset, end));
		}

		return end;
	}

	/** Add one invalid sequence: its bytes, and one U+FFFD in the text. False when it does not fit. */
	addBinary(event: IoEvent, bytes: Uint8Array): boolean {
		const open = this.#openRun(event, true);
		const {run} = open;
		const stream = this.#streams[event.type];
		const isGainsDigit = run.characters + 1 === run.nextDigitAt;
		const isGainsByteDigit = run.bytes + bytes.length >= run.nextByteDigitAt;
		const commaBytes = stream.binaryLength > 0 ? 1 : 0;
		const costBytes = open.costBytes + placeholder.length + commaBytes + bytes.join(',').length + Number(isGainsDigit) + Number(isGainsByteDigit);
		if (costBytes > this.#leftBytes) {
			return false;
		}

		this.#commit(event.positionMs, open);
		this.#leftBytes -= costBytes;
		run.characters++;
		run.nextDigitAt *= isGainsDigit ? 10 : 1;
		run.bytes += bytes.length;
		run.nextByteDigitAt *= isGainsByteDigit ? 10 : 1;
		addText(stream, placeholder);
		stream.binary.set(bytes, stream.binaryLength);
		stream.binaryLength += bytes.length;
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
		return `"timing":"${this.#timing}","in_txt":${printText(input)},"in_bin":[${printBinary(input)}],"out_txt":${printText(output)},"out_bin":[${printBinary(output)}]`;
	}

	/** Begin the next message. A known `window` is written before its first event, unless that is a new size. */
	reset(window: WindowSize | undefined): void {
		this.#window = window;
		this.#firstMs = undefined;
		this.#leftBytes = this.#limitBytes;
		this.#timing = '';
		this.#run = undefined;
		for (const stream of [this.#streams.input, this.#streams.output]) {
			stream.textLength = 0;
			stream.binaryLength = 0;
		}
	}
}

/** Consecutive characters, or invalid sequences, of one direction: one timing record. */
type Run = {
	readonly type: IoPacket['type'];
	readonly isBinary: boolean;
	characters: number;
	nextDigitAt: number;
	bytes: number;
	nextByteDigitAt: number;
};

type OpenRun = {
	readonly lead: string;
	readonly run: Run;
	readonly isNew: boolean;
	readonly costBytes: number;
};

type Stream = {
	readonly text: Uint8Array;
	textLength: number;
	readonly binary: Uint8Array;
	binaryLength: number;
};

const placeholder = new TextEncoder().encode('\u{FFFD}');

function createStream(limitBytes: number): Stream {
	return {text: new Uint8Array(limitBytes), textLength: 0, binary: new Uint8Array(limitBytes), binaryLength: 0};
}

function addText(stream: Stream, bytes: Uint8Array): void {
	stream.text.set(bytes, stream.textLength);
	stream.textLength += bytes.length;
}

function printText({text, textLength}: Stream): string {
	return textLength === 0 ? '""' : escapeText(decodeUtf8(text.subarray(0, textLength)));
}

function printBinary({binary, binaryLength}: Stream): string {
	return binaryLength === 0 ? '' : binary.subarray(0, binaryLength).join(',');
}

function printRun({type, isBinary, characters, bytes}: Run): string {
	return isBinary ? `${type === 'input' ? '[' : ']'}${characters}/${bytes}` : `${type === 'input' ? '<' : '>'}${characters}`;
}

function printWindow({columns, rows}: WindowSize): string {
	return `=${columns}x${rows}`;
}
