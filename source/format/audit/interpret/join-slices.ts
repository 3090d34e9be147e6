import {decodeBytes, readHexBytes} from './decode-hex.ts';
import {unescapeValue} from './unescape.ts';

/** Put the slices of a long argument together. Bytes are joined before they are read: a slice may end inside a character. */
export function joinSlices(parts: readonly string[]): string {
	const joined = parts.every(part => !part.startsWith('"')) ? readHexBytes(parts.join('')) : undefined;
	return joined === undefined ? parts.map(part => unescapeValue(part).text).join('') : decodeBytes(joined);
}
