/** Bytes that grow up to a size fixed at the start, and are used again after `clear`. */
export class ByteBuffer {
	readonly #bytes: Uint8Array;
	#length = 0;

	constructor(capacityBytes: number) {
		this.#bytes = new Uint8Array(capacityBytes);
	}

	get length(): number {
		return this.#length;
	}

	/** Add the bytes of `data` from `start` to `end`; the caller sees to it that they fit. */
	add(data: Uint8Array, start: number, end: number): void {
		if (end - start > shortBytes) {
			this.#bytes.set(data.subarray(start, end), this.#length);
			this.#length += end - start;
			return;
		}

		for (let index = start; index < end; index++) {
			this.#bytes[this.#length++] = data[index] ?? 0;
		}
	}

	/** What was added, as a view. */
	view(): Uint8Array {
		return this.#bytes.subarray(0, this.#length);
	}

	clear(): void {
		this.#length = 0;
	}
}

const shortBytes = 32; // Up to here a loop costs less than the view that `set` needs.
