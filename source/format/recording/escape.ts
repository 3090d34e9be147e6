/**
Escape text as a JSON string, quotes included, as tlog does: the short escapes, `\u00xx` in lower case for other control characters and DEL, everything else as it is.

@param text - without lone surrogates.
*/
export function escapeText(text: string): string {
	const escaped = JSON.stringify(text);
	return escaped.includes('\u{7F}') ? escaped.replaceAll('\u{7F}', String.raw`\u007f`) : escaped;
}

/** Bytes that each byte takes once escaped; bytes from 0x80 on count as themselves. */
export const escapedSizes: Uint8Array = Uint8Array.from({length: 256}, (_, byte) => byte < 0x80 ? escapeText(String.fromCodePoint(byte)).length - 2 : 1);
