/** Whether all characters of a part are decimal digits, and there is one. */
export function isDigits(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const code = text.codePointAt(at) ?? 0;
		if (code < 0x30 || code > 0x39) {
			return false;
		}
	}

	return end > start;
}

/** Whether all characters of a part are hexadecimal digits of either case, and there is one. */
export function isHex(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const code = text.codePointAt(at) ?? 0;
		const letter = code | 0x20;
		if ((code < 0x30 || code > 0x39) && (letter < 0x61 || letter > 0x66)) {
			return false;
		}
	}

	return end > start;
}

/** Whether a part stands in JSON as it is and has no quote and no blank: visible ASCII but `"` and `\`. */
export function isPlain(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const code = text.codePointAt(at) ?? 0;
		if ((code <= 0x22 || code > 0x7E || code === 0x5C) && code !== 0x21) {
			return false;
		}
	}

	return true;
}

/** Where the word at `start` ends: at a blank or the end of the text. */
export function endOfWord(text: string, start: number): number {
	const blank = text.indexOf(' ', start);
	return blank === -1 ? text.length : blank;
}
