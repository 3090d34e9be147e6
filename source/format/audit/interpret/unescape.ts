import {decodeHex} from './decode-hex.ts';
import type {Decoded} from './decode-hex.ts';

/** Read a string as the kernel and the audit library write them: quoted as it is, bare in hexadecimal; what is neither stays. */
export function unescapeValue(value: string): Decoded {
	if (value.codePointAt(0) === quote) {
		const end = value.indexOf('"', 1);
		return {text: value.slice(1, end === -1 ? value.length : value.lastIndexOf('"')), isLossy: false};
	}

	return decodeHex(value) ?? {text: value, isLossy: false};
}

const quote = 0x22;
