export type Decoded = {
	readonly text: string;
	/** The text does not hold all that the hexadecimal held: bytes that are no UTF-8, or half a byte. */
	readonly isLossy: boolean;
};

/**
Decode what the kernel writes in hexadecimal: a string with a blank, a quote, a control character or a byte past 0x7E.

NULs at either end are left out (an abstract name begins with one); bytes that are no UTF-8 become U+FFFD. Half a byte at the end counts as its upper half.

@returns `undefined` for what is no hexadecimal from its first pair on.
*/
export function decodeHex(value: string): Decoded | undefined {
	const bytes = readHexBytes(value);
	if (bytes === undefined) {
		return undefined;
	}

	const isCut = value.length % 2 === 1;
	const text = decodeBytes(bytes);
	return {text: trimNuls(text), isLossy: isCut || text.includes('\u{FFFD}')};
}

/** Read bytes from hexadecimal digits; `undefined` when there is anything else, or less than a byte of them. */
export function readHexBytes(value: string): Uint8Array | undefined {
	if (value.length < 2) {
		return undefined;
	}

	const bytes = new Uint8Array(Math.ceil(value.length / 2));
	for (let index = 0; index < value.length; index++) {
		const digit = readDigit(value.codePointAt(index) ?? 0);
		if (digit === -1) {
			return undefined;
		}

		bytes[index >> 1] = (bytes[index >> 1] ?? 0) | (index % 2 === 0 ? digit << 4 : digit);
	}

	return bytes;
}

function readDigit(code: number): number {
	if (code >= 0x30 && code <= 0x39) {
		return code - 0x30;
	}

	const letter = code | 0x20; // Lower case.
	return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** A plain loop is faster than a decoder for what is nearly always short and ASCII. */
export function decodeBytes(bytes: Uint8Array): string {
	if (bytes.length < 256 && bytes.every(byte => byte < 0x80)) {
		return String.fromCharCode(...bytes); // eslint-disable-line unicorn/prefer-code-point -- each is one unit.
	}

	return decoder.decode(bytes);
}

function trimNuls(text: string): string {
	const start = text.startsWith('\0') ? 1 : 0;
	let end = text.length;
	while (end > start && text.codePointAt(end - 1) === 0) {
		end--;
	}

	return text.slice(start, end);
}

const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
