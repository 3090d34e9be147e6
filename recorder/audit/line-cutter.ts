import {Buffer} from 'node:buffer';

/** A record has some 9 KiB, an enriched one a few more; what is longer is cut. */
const mostBytes = 32_768;

/** Cuts bytes into lines, at line feeds only. */
export type LineCutter = {
	/** Returns the lines that are whole, without their line feeds. */
	readonly push: (chunk: Uint8Array) => readonly Uint8Array[];
	/** Of the line begun. */
	readonly restBytes: () => number;
	/** Returns what is left. */
	readonly end: () => readonly Uint8Array[];
};

export function createLineCutter(): LineCutter {
	let parts: Uint8Array[] = [];
	let partBytes = 0;

	function take(last: Uint8Array): Uint8Array {
		const whole = parts.length === 0 ? last : Buffer.concat([...parts, last]);
		parts = [];
		partBytes = 0;
		return whole;
	}

	return {
		push(chunk) {
			const lines: Uint8Array[] = [];
			let start = 0;
			for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
				lines.push(take(chunk.subarray(start, end)));
				start = end + 1;
			}

			if (start < chunk.length) {
				parts.push(Buffer.from(chunk.subarray(start))); // The reader may use its buffer again.
				partBytes += chunk.length - start;
			}

			if (partBytes > mostBytes) {
				lines.push(take(new Uint8Array()));
			}

			return lines;
		},
		restBytes: () => partBytes,
		end: () => partBytes === 0 ? [] : [take(new Uint8Array())],
	};
}

const lineFeed = 0x0A;
