/** One line as it was found, without its line feed: its bytes where they are no UTF-8. */
export type RawLine = string | Uint8Array;

/** Keep a line exactly. */
export function readRawLine(bytes: Uint8Array): RawLine {
	try {
		return strict.decode(bytes);
	} catch {
		return new Uint8Array(bytes);
	}
}

/** For those who read records: bytes that are no UTF-8 become U+FFFD. */
export function showRawLine(line: RawLine): string {
	return typeof line === 'string' ? line : lenient.decode(line);
}

const strict = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
const lenient = new TextDecoder('utf-8', {ignoreBOM: true});
