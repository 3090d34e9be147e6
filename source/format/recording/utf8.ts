/**
What stands at `offset` in a byte stream, by Unicode's table 3-7.

@returns The length of the valid character there; or minus the length of the invalid sequence there (the longest start of a character that does not go on, at least 1 byte); or 0 when the bytes end inside a character that may still be valid.
@see https://www.unicode.org/versions/latest/core-spec/chapter-3/#G7404 and "U+FFFD substitution of maximal subparts"
*/
export function measureSequence(bytes: Uint8Array, offset: number): number {
	const lead = bytes[offset] ?? 0;
	if (lead < 0x80) {
		return 1;
	}

	const length = sizes[lead] ?? 0;
	if (length === 0) {
		return -1;
	}

	for (let index = 1; index < length; index++) {
		const byte = bytes[offset + index];
		if (byte === undefined) {
			return 0;
		}

		if (byte < (index === 1 ? smallestSecond(lead) : 0x80) || byte > (index === 1 ? largestSecond(lead) : 0xBF)) {
			return -index;
		}
	}

	return length;
}

/**
Skip characters of valid UTF-8.

@returns The offset after them, or -1 when fewer than `count` are left.
*/
export function skipCharacters(bytes: Uint8Array, offset: number, count: number): number {
	if (count > bytes.length - offset) {
		return -1;
	}

	let end = offset;
	for (let left = count; left > 0; left--) {
		const lead = bytes[end];
		if (lead === undefined) {
			return -1;
		}

		end += sizes[lead] ?? 0;
	}

	return end;
}

/** Characters of valid UTF-8 from `offset` on. */
export function countCharacters(bytes: Uint8Array, offset: number): number {
	let count = 0;
	for (let end = offset; end < bytes.length; end += sizes[bytes[end] ?? 0] ?? 1) {
		count++;
	}

	return count;
}

/** Decode UTF-8; what is invalid becomes U+FFFD, a byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array): string {
	return lenientDecoder.decode(bytes);
}

/**
Decode UTF-8 that must be valid; a byte order mark stays.

@throws {TypeError} when it is not.
*/
export function decodeValidUtf8(bytes: Uint8Array): string {
	return strictDecoder.decode(bytes);
}

const keepByteOrderMark = {ignoreBOM: true};
const lenientDecoder = new TextDecoder('utf-8', keepByteOrderMark);
const strictDecoder = new TextDecoder('utf-8', {...keepByteOrderMark, fatal: true});

/** Bytes of the character that a byte starts, 0 when no character starts with it. */
const sizes = Uint8Array.from({length: 256}, (_, lead) => {
	if (lead < 0x80) {
		return 1;
	}

	return lead < 0xC2 || lead > 0xF4 ? 0 : 2 + Number(lead >= 0xE0) + Number(lead >= 0xF0);
});

function smallestSecond(lead: number): number {
	return lead === 0xE0 ? 0xA0 : (lead === 0xF0 ? 0x90 : 0x80); // Below are overlong forms.
}

function largestSecond(lead: number): number {
	return lead === 0xED ? 0x9F : (lead === 0xF4 ? 0x8F : 0xBF); // Above are surrogates, and what lies past U+10FFFF.
}
