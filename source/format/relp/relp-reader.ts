import {FormatError} from '../recording/format-error.ts';
import {longestCommand, mostDigits} from './relp-frame.ts';
import type {RelpFrame} from './relp-frame.ts';

export type RelpReader = {
	/**
	Returns the frames that end in this chunk; their data may be views of it.

	@throws {FormatError} (`relp`) at the first byte that no frame has there. Nothing can be read after it: where the next frame begins is not known.
	*/
	readonly push: (chunk: Uint8Array) => readonly RelpFrame[];
	/** Whether the bytes so far end inside a frame. */
	readonly isInsideFrame: () => boolean;
};

/**
Read the frames of one connection, in chunks as they come. Holds at most one frame.

@param largestDataBytes - a frame that announces more is an error, at once. Default 1 MiB: far above any message.
*/
export function createRelpReader(largestDataBytes = 1_048_576): RelpReader {
	let held = new Uint8Array();
	let heldBytes = 0;
	let offset = 0; // Of the first byte that belongs to no frame yet.
	let neededBytes = 1; // Of them, before another look is worth while.

	function hold(bytes: Uint8Array): void {
		if (heldBytes + bytes.length > held.length) {
			const larger = new Uint8Array(Math.max(heldBytes + bytes.length, Math.min(2 * held.length, neededBytes)));
			larger.set(held.subarray(0, heldBytes));
			held = larger;
		}

		held.set(bytes, heldBytes);
		heldBytes += bytes.length;
	}

	/** What is held from before, and the chunk. */
	function take(chunk: Uint8Array): Uint8Array {
		if (heldBytes === 0) {
			return chunk;
		}

		hold(chunk);
		const bytes = held.subarray(0, heldBytes);
		if (heldBytes >= neededBytes) {
			held = new Uint8Array(); // The frames keep views of it.
			heldBytes = 0;
		}

		return bytes;
	}

	return {
		push(chunk) {
			const bytes = take(chunk);
			const frames: RelpFrame[] = [];
			if (bytes.length < neededBytes) {
				return frames;
			}

			let at = 0;
			for (;;) {
				const found = readFrame(bytes.subarray(at), {offset, largestDataBytes});
				if (typeof found === 'number') {
					neededBytes = found;
					hold(bytes.subarray(at));
					return frames;
				}

				frames.push(found.frame);
				at += found.sizeBytes;
				offset += found.sizeBytes;
			}
		},
		isInsideFrame: () => heldBytes > 0,
	};
}

type Place = {readonly offset: number; readonly largestDataBytes: number};

/** The frame at the start of these bytes; or, where they end before it does, how many are needed at least. */
function readFrame(bytes: Uint8Array, place: Place): {readonly frame: RelpFrame; readonly sizeBytes: number} | number {
	const transaction = readWord(bytes, {start: 0, kind: digits, place});
	const command = transaction && readWord(bytes, {start: transaction.end, kind: letters, place});
	const length = command && readWord(bytes, {start: command.end, kind: lengthDigits, place});
	if (length === undefined) {
		return bytes.length + 1;
	}

	const dataBytes = Number(length.text);
	if (dataBytes > place.largestDataBytes) {
		throw fault(place, `a frame announces ${dataBytes} bytes, expected at most ${place.largestDataBytes}`);
	}

	if (bytes[length.end - 1] === lineFeed && dataBytes > 0) {
		throw fault(place, `a frame announces ${dataBytes} bytes and has a line feed in their place, expected a blank`);
	}

	const dataStart = findData(bytes, length.end, dataBytes);
	const sizeBytes = dataStart + dataBytes + 1;
	if (bytes.length < sizeBytes) {
		return sizeBytes;
	}

	if (bytes[sizeBytes - 1] !== lineFeed) {
		throw fault(place, `after the ${dataBytes} bytes of a frame stands ${printByte(bytes[sizeBytes - 1])}, expected a line feed`);
	}

	return {frame: {transaction: Number(transaction?.text), command: command?.text ?? '', data: bytes.subarray(dataStart, sizeBytes - 1)}, sizeBytes};
}

/** A frame without data ends with its length; some senders put a blank there all the same. */
function findData(bytes: Uint8Array, afterLength: number, dataBytes: number): number {
	return dataBytes === 0 && bytes[afterLength - 1] === lineFeed ? afterLength - 1 : afterLength;
}

type Kind = {
	readonly name: string;
	readonly most: number;
	readonly isPart: (byte: number) => boolean;
	readonly isEnd: (byte: number) => boolean;
};

const lineFeed = 0x0A;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A;
const isBlank = (byte: number): boolean => byte === 0x20;
const digits: Kind = {name: 'a transaction number', most: mostDigits, isPart: isDigit, isEnd: isBlank};
const letters: Kind = {name: 'a command', most: longestCommand, isPart: isLetter, isEnd: isBlank};
const lengthDigits: Kind = {name: 'a length', most: mostDigits, isPart: isDigit, isEnd: byte => isBlank(byte) || byte === lineFeed};

type WordRequest = {readonly start: number; readonly kind: Kind; readonly place: Place};

/** One word of the head and the offset behind the byte that ends it; `undefined` when the bytes end first. */
function readWord(bytes: Uint8Array, {start, kind, place}: WordRequest): {readonly text: string; readonly end: number} | undefined {
	let text = '';
	for (let at = start; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		if (kind.isEnd(byte) && text !== '') {
			return {text, end: at + 1};
		}

		if (!kind.isPart(byte) || text.length === kind.most) {
			throw fault({...place, offset: place.offset + at}, `${kind.name} of a frame has ${printByte(byte)} after "${text}", expected 1 to ${kind.most} ${kind === letters ? 'letters' : 'digits'}`);
		}

		text += String.fromCodePoint(byte);
	}

	return undefined;
}

function fault({offset}: Place, problem: string): FormatError {
	return new FormatError('relp', {offset}, `RELP, byte ${offset}: ${problem}`);
}

function printByte(byte = 0): string {
	return `0x${byte.toString(16).padStart(2, '0').toUpperCase()}`;
}
