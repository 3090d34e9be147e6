import {ByteBuffer} from './byte-buffer.ts';
import {escapeText} from './escape.ts';
import {decodeUtf8} from './utf8.ts';

/** One direction of a payload while it is made: valid text with placeholders, and the bytes that these stand for. */
export class PayloadStream {
	readonly #text: ByteBuffer;
	readonly #binary: ByteBuffer;

	constructor(limitBytes: number) {
		this.#text = new ByteBuffer(limitBytes);
		this.#binary = new ByteBuffer(limitBytes);
	}

	addText(data: Uint8Array, start: number, end: number): void {
		this.#text.add(data, start, end);
	}

	addBinary(data: Uint8Array, start: number, end: number): void {
		this.#text.add(placeholder, 0, placeholder.length);
		this.#binary.add(data, start, end);
	}

	/** What `addBinary` would add to the JSON: the placeholder, digits, commas. */
	measureBinary(data: Uint8Array, start: number, end: number): number {
		let sizeBytes = placeholder.length + (this.#binary.length > 0 ? 1 : 0) + end - start - 1;
		for (let index = start; index < end; index++) {
			const byte = data[index] ?? 0;
			sizeBytes += 1 + Number(byte >= 10) + Number(byte >= 100);
		}

		return sizeBytes;
	}

	/** The text as a JSON string. */
	printText(): string {
		return this.#text.length === 0 ? '""' : escapeText(decodeUtf8(this.#text.view()));
	}

	/** The bytes as the inside of a JSON array. */
	printBinary(): string {
		return this.#binary.length === 0 ? '' : this.#binary.view().join(',');
	}

	clear(): void {
		this.#text.clear();
		this.#binary.clear();
	}
}

const placeholder = new TextEncoder().encode('\u{FFFD}');
