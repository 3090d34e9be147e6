import {FormatError} from './format-error.ts';
import type {FormatLocation} from './format-error.ts';
import {createMessageStream} from './message-stream.ts';
import type {MessageStream} from './message-stream.ts';
import type {IoPacket, Packet} from './packet.ts';
import {printFound} from './print-found.ts';
import {readTimingRecord, skipBlanks} from './timing.ts';
import type {TimingRecord} from './timing.ts';

/** The fields of a message that hold its packets, types checked; the entries of the arrays are looked at only when used. */
export type Payload = {
	readonly positionMs: number;
	readonly timing: string;
	readonly inText: string;
	readonly inBinary: readonly unknown[];
	readonly outText: string;
	readonly outBinary: readonly unknown[];
};

export type DecodedPayload = {
	readonly packets: readonly Packet[];
	/** What stopped the reading; the packets are those before it. */
	readonly fault: FormatError | undefined;
};

/** The last position a message may hold, milliseconds: the end of a 32-bit count of seconds. */
export const largestPositionMs = 2_147_483_647_999;

/**
Decode a message's payload into packets. Records of one direction with no time between them are one packet; zero counts are nothing; text and bytes left over are ignored.

Linear in the size of the payload, whatever its counts say.
*/
export function decodePayload(payload: Payload, location: FormatLocation): DecodedPayload {
	const decoder = new PayloadDecoder(payload, location);
	try {
		decoder.readRecords();
	} catch (error) {
		if (error instanceof FormatError) {
			return {packets: decoder.takePackets(), fault: error};
		}

		throw error;
	}

	return {packets: decoder.takePackets(), fault: undefined};
}

const largestWindow = 65_535; // Columns or rows: the kernel's `struct winsize` holds 16 bits.

class PayloadDecoder {
	readonly #timing: string;
	readonly #location: FormatLocation;
	readonly #input: MessageStream;
	readonly #output: MessageStream;
	readonly #packets: Packet[] = [];
	#positionMs: number;
	#openType: IoPacket['type'] = 'output';
	#openParts: Uint8Array[] = [];

	constructor(payload: Payload, location: FormatLocation) {
		this.#timing = payload.timing;
		this.#location = location;
		this.#positionMs = payload.positionMs;
		this.#input = createMessageStream({direction: 'in', text: payload.inText, binary: payload.inBinary}, location);
		this.#output = createMessageStream({direction: 'out', text: payload.outText, binary: payload.outBinary}, location);
	}

	#apply({mark, first, second}: TimingRecord, offset: number): void {
		switch (mark) {
			case '+': {
				this.#delay(first, offset);
				break;
			}

			case '=': {
				this.#resize(first, second, offset);
				break;
			}

			case '<': {
				this.#add('input', this.#input.takeText(first));
				break;
			}

			case '>': {
				this.#add('output', this.#output.takeText(first));
				break;
			}

			case '[': {
				this.#add('input', this.#input.takeBinary(first, second));
				break;
			}

			case ']': {
				this.#add('output', this.#output.takeBinary(first, second));
				break;
			}
		}
	}

	#delay(delayMs: number, offset: number): void {
		if (delayMs === 0) {
			return;
		}

		if (this.#positionMs + delayMs > largestPositionMs) {
			throw this.#fault(offset, `waits past the last position there is, expected at most ${largestPositionMs} ms`);
		}

		this.#close();
		this.#positionMs += delayMs;
	}

	#resize(columns: number, rows: number, offset: number): void {
		if (columns > largestWindow || rows > largestWindow) {
			throw this.#fault(offset, `is too large a window, expected at most ${largestWindow}x${largestWindow}`);
		}

		this.#close();
		this.#packets.push({type: 'window', positionMs: this.#positionMs, columns, rows});
	}

	#add(type: IoPacket['type'], bytes: Uint8Array): void {
		if (bytes.length === 0) {
			return;
		}

		if (type !== this.#openType) {
			this.#close();
			this.#openType = type;
		}

		const last = this.#openParts.at(-1);
		if (last?.buffer === bytes.buffer && last.byteOffset + last.length === bytes.byteOffset) {
			this.#openParts[this.#openParts.length - 1] = new Uint8Array(last.buffer, last.byteOffset, last.length + bytes.length); // A million records of one character stay one part.
		} else {
			this.#openParts.push(bytes);
		}
	}

	#close(): void {
		const [first] = this.#openParts;
		if (first === undefined) {
			return;
		}

		const data = this.#openParts.length === 1 ? first : joinBytes(this.#openParts);
		this.#packets.push({type: this.#openType, positionMs: this.#positionMs, data});
		this.#openParts = [];
	}

	#fault(offset: number, problem: string): FormatError {
		return new FormatError('timing', {...this.#location, field: 'timing', offset}, `at character ${offset}: ${printFound(this.#timing.slice(offset, offset + 50))} ${problem}`);
	}

	readRecords(): void {
		const timing = this.#timing;
		for (let offset = skipBlanks(timing, 0); offset < timing.length;) {
			const record = readTimingRecord(timing, offset);
			if (record === undefined) {
				throw this.#fault(offset, 'is not a timing record, expected `+N`, `<N`, `>N`, `[N/N`, `]N/N` or `=NxN`');
			}

			this.#apply(record, offset);
			offset = skipBlanks(timing, record.end);
		}
	}

	takePackets(): readonly Packet[] {
		this.#close();
		return this.#packets;
	}
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		joined.set(part, offset);
		offset += part.length;
	}

	return joined;
}
