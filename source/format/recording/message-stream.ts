import {FormatError} from './format-error.ts';
import type {FormatLocation} from './format-error.ts';
import {printFound} from './print-found.ts';
import {countCharacters, skipCharacters} from './utf8.ts';

/** One direction of a message: its text and bytes, taken from front to back as the timing says. */
export type MessageStream = {
	/** Take characters; their bytes may be a view, not to be written to. */
	readonly takeText: (characterCount: number) => Uint8Array;
	/** Skip the characters that stand for invalid bytes, take those bytes. */
	readonly takeBinary: (characterCount: number, byteCount: number) => Uint8Array;
};

export type MessageStreamSource = {
	/** As the fields are named: `in_txt`, `in_bin`. */
	readonly direction: 'in' | 'out';
	readonly text: string;
	/** Entries are checked when they are taken. */
	readonly binary: readonly unknown[];
};

/**
Open one direction of a message.

@throws {FormatError} from its functions: `text` or `binary` when the timing asks for more than there is, or an entry is no byte.
*/
export function createMessageStream({direction, text, binary}: MessageStreamSource, location: FormatLocation): MessageStream {
	const bytes = text === '' ? noBytes : encoder.encode(text);
	const isAscii = bytes.length === text.length;
	let textOffset = 0;
	let binaryBytes: Uint8Array | undefined;
	let binaryOffset = 0;

	function skip(count: number): number {
		const start = textOffset;
		const end = isAscii ? start + count : skipCharacters(bytes, start, count);
		if (end < 0 || end > bytes.length) {
			const field = `${direction}_txt`;
			throw new FormatError('text', {...location, field}, `is too short: "timing" asks for ${printCount(count)} characters more, found ${countCharacters(bytes, start)}, expected no more than there are`);
		}

		textOffset = end;
		return start;
	}

	return {
		takeText(count) {
			const start = skip(count);
			return bytes.subarray(start, textOffset);
		},
		takeBinary(characterCount, byteCount) {
			skip(characterCount);
			const place = {...location, field: `${direction}_bin`};
			const left = binary.length - binaryOffset;
			if (byteCount > left) {
				throw new FormatError('binary', place, `is too short: "timing" asks for ${printCount(byteCount)} bytes more, found ${left}, expected no more than there are`);
			}

			binaryBytes ??= new Uint8Array(binary.length);
			const start = binaryOffset;
			binaryOffset += byteCount;
			for (let index = start; index < binaryOffset; index++) {
				binaryBytes[index] = checkByte(binary[index], place);
			}

			return binaryBytes.subarray(start, binaryOffset);
		},
	};
}

function checkByte(entry: unknown, location: FormatLocation): number {
	if (typeof entry !== 'number' || !Number.isSafeInteger(entry) || entry < 0 || entry > 255) {
		throw new FormatError('binary', location, `holds no byte: found ${printFound(entry)}, expected an integer from 0 to 255`);
	}

	return entry;
}

/** Past 2^53 the number would not be the one that stands there. */
function printCount(count: number): string {
	return Number.isSafeInteger(count) ? String(count) : 'over 2^53';
}

const noBytes = new Uint8Array(0);
const encoder = new TextEncoder();
