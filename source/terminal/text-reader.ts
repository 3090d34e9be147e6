/** Turns bytes that come in pieces into text. */
export type TextReader = {
	/** Bytes that are not UTF-8 become U+FFFD; a character cut at the end waits for the rest. */
	readonly read: (bytes: Uint8Array) => string;
	/** True when a character is half read. */
	readonly isHalfway: () => boolean;
};

export function createTextReader(): TextReader {
	const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
	let rest = new Uint8Array(0);

	function read(bytes: Uint8Array): string {
		const all = rest.length === 0 ? bytes : joinBytes(rest, bytes);
		const end = all.length - countCut(all);
		rest = all.slice(end);
		return decoder.decode(all.subarray(0, end));
	}

	return {read, isHalfway: () => rest.length > 0};
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
	const all = new Uint8Array(first.length + second.length);
	all.set(first);
	all.set(second, first.length);
	return all;
}

/** How many bytes at the end begin a character without completing it. */
function countCut(bytes: Uint8Array): number {
	const most = Math.min(3, bytes.length);
	for (let count = 1; count <= most; count++) {
		const byte = bytes[bytes.length - count] ?? 0;
		if (byte < 0x80) {
			return 0;
		}

		if (byte >= 0xC0) {
			return countNeeded(byte) > count ? count : 0;
		}
	}

	return 0;
}

function countNeeded(lead: number): number {
	if (lead >= 0xF5 || lead < 0xC2) {
		return 1; // Never starts a character.
	}

	return lead >= 0xF0 ? 4 : (lead >= 0xE0 ? 3 : 2);
}
