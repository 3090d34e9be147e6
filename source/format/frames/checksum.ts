/** Go on with a CRC-32, as zlib's `crc32(data, value)` does; whoever may import `node:zlib` hands that one over, which is faster. */
export type Checksum = (data: Uint8Array, value: number) => number;

/**
CRC-32 (IEEE 802.3, the one of zlib and gzip).

Chosen for the frames since it finds each burst of up to 32 flipped bits, costs the recorder half a nanosecond a byte with tables alone, and is what Node has natively; CRC-32C would be neither here nor there without the processor's own instruction.

@param data - summed up from its first byte to its last.
@param value - what came out for the bytes before, or the number to start from.
*/
export function computeChecksum(data: Uint8Array, value: number): number {
	let sum = ~value;
	const eighth = data.length - (data.length % 8);
	let at = 0;
	for (; at < eighth; at += 8) {
		sum ^= readByte(data, at) | (readByte(data, at + 1) << 8) | (readByte(data, at + 2) << 16) | (readByte(data, at + 3) << 24);
		sum = look(7, sum) ^ look(6, sum >>> 8) ^ look(5, sum >>> 16) ^ look(4, sum >>> 24)
			^ look(3, readByte(data, at + 4)) ^ look(2, readByte(data, at + 5)) ^ look(1, readByte(data, at + 6)) ^ look(0, readByte(data, at + 7));
	}

	for (; at < data.length; at++) {
		sum = look(0, sum ^ readByte(data, at)) ^ (sum >>> 8);
	}

	return ~sum >>> 0;
}

/**
The number that `computeChecksum` started from when it made `sum` of these bytes: each step can be taken back, since the first bytes of the table's entries are all different.
*/
export function undoChecksum(data: Uint8Array, sum: number): number {
	let value = ~sum;
	for (const byte of data.toReversed()) {
		const index = entryOf[value >>> 24] ?? 0;
		value = ((value ^ look(0, index)) << 8) | (index ^ byte);
	}

	return ~value >>> 0;
}

/** Eight tables of 256 entries: the sum of a byte that 0 to 7 zero bytes follow. */
const tables = makeTables();

function makeTables(): Int32Array {
	const made = new Int32Array(8 * 256);
	for (let byte = 0; byte < 256; byte++) {
		let sum = byte;
		for (let bit = 0; bit < 8; bit++) {
			sum = (sum & 1) === 1 ? 0xED_B8_83_20 ^ (sum >>> 1) : sum >>> 1;
		}

		made[byte] = sum;
	}

	for (let index = 256; index < made.length; index++) {
		const before = made[index - 256] ?? 0;
		made[index] = (before >>> 8) ^ (made[before & 0xFF] ?? 0);
	}

	return made;
}

/** The first table's entries by their first byte. */
const entryOf = Uint8Array.from({length: 256}, (_, first) => tables.findIndex(entry => entry >>> 24 === first));

function look(table: number, byte: number): number {
	return tables[(table * 256) + (byte & 0xFF)] ?? 0;
}

function readByte(data: Uint8Array, at: number): number {
	return data[at] ?? 0;
}
