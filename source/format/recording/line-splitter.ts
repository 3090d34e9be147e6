import {FormatError} from './format-error.ts';
import {decodeValidUtf8} from './utf8.ts';

export type Line =
	| {
		readonly type: 'line';
		/** Counts from 1, blank lines included. */
		readonly number: number;
		/** As it stood, without the line feed; leading blanks and a carriage return stay. */
		readonly text: string;
		/** False for a last line without a line feed: it may be torn, or still being written. */
		readonly isTerminated: boolean;
	}
	| {readonly type: 'fault'; readonly number: number; readonly error: FormatError};

export type LineSplitterOptions = {
	/** For the errors. */
	readonly file?: string | undefined;
	/** Longer lines are not kept but reported. Default 16 MiB: far above any message, far below what hurts. */
	readonly largestBytes?: number | undefined;
};

export type LineSplitter = {
	/** Returns the lines that end in this chunk. The chunk may be reused afterwards. */
	readonly push: (chunk: Uint8Array) => readonly Line[];
	/** Returns the last line, when it has no line feed. */
	readonly end: () => readonly Line[];
};

/**
Split bytes into lines, at line feeds only: U+2028, U+2029 and U+0085 stand inside the lines of recordings.

Blank lines are left out. A line that is too long, or not UTF-8, is a fault (`line-length`, `text`); the lines after it follow.
*/
export function createLineSplitter({file, largestBytes = 16 * 1024 * 1024}: LineSplitterOptions = {}): LineSplitter {
	let parts: Uint8Array[] = [];
	let sizeBytes = 0;
	let number = 1;

	/** Note part of a line; what stays beyond this chunk is copied. */
	function add(part: Uint8Array, doesStay: boolean): void {
		sizeBytes += part.length;
		if (sizeBytes > largestBytes) {
			parts = [];
		} else if (part.length > 0) {
			parts.push(doesStay ? new Uint8Array(part) : part);
		}
	}

	function finish(isTerminated: boolean): readonly Line[] {
		const line = readLine(isTerminated);
		parts = [];
		sizeBytes = 0;
		number++;
		return line === undefined ? [] : [line];
	}

	function readLine(isTerminated: boolean): Line | undefined {
		const location = {file, line: number};
		if (sizeBytes > largestBytes) {
			return {type: 'fault', number, error: new FormatError('line-length', location, `the line has ${sizeBytes} bytes, expected at most ${largestBytes}; it was skipped`)};
		}

		const bytes = joinParts(parts, sizeBytes);
		if (bytes.every(byte => blanks.has(byte))) {
			return undefined;
		}

		try {
			return {type: 'line', number, text: decodeValidUtf8(bytes), isTerminated};
		} catch (error) {
			const [code, found] = isTerminated ? ['text', 'holds bytes that are not UTF-8'] as const : ['incomplete-line', 'ends inside a character'] as const;
			return {type: 'fault', number, error: new FormatError(code, location, `the line ${found}, expected UTF-8; it was skipped`, {cause: error})};
		}
	}

	return {
		push(chunk) {
			const lines: Line[] = [];
			let start = 0;
			for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
				add(chunk.subarray(start, end), false);
				lines.push(...finish(true));
				start = end + 1;
			}

			add(chunk.subarray(start), true);
			return lines;
		},
		end: () => sizeBytes === 0 ? [] : finish(false),
	};
}

const lineFeed = 0x0A;

function joinParts(parts: readonly Uint8Array[], sizeBytes: number): Uint8Array {
	const [first] = parts;
	if (first?.length === sizeBytes) {
		return first;
	}

	const joined = new Uint8Array(sizeBytes);
	let offset = 0;
	for (const part of parts) {
		joined.set(part, offset);
		offset += part.length;
	}

	return joined;
}

const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0B, 0x0C, 0x0D]); // Space, tab, vertical tab, form feed, carriage return.
