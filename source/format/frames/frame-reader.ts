import {computeChecksum, undoChecksum} from './checksum.ts';
import type {Checksum} from './checksum.ts';
import type {Frame} from './frame.ts';
import {frameTypes, headBytes, largestPayloadBytes} from './layout.ts';
import {nextNumber} from './next-number.ts';
import {parsePayload} from './parse-payload.ts';
import {readSeed} from './session-start.ts';

/** A fact about the bytes of one segment, in their order; offsets count from the segment's first byte. */
export type FrameEvent =
	| {
		readonly type: 'frame';
		readonly offset: number;
		readonly endOffset: number;
		readonly number: number;
		/** CLOCK_BOOTTIME, microseconds. */
		readonly atUs: number;
		/** Its data is a view, valid until the next `push`. */
		readonly frame: Frame;
	}
	/** The frame that follows is not the one that ought to: frames are missing, doubled or in another order. */
	| {readonly type: 'disorder'; readonly offset: number; readonly expected: number; readonly found: number}
	/** Bytes that are no frame. `payload`: a frame stood here, its head is whole. `head`: what stood here is not known. */
	| {readonly type: 'damage'; readonly offset: number; readonly endOffset: number; readonly part: 'head' | 'payload'}
	/** The start frame is damaged, and its seed was found by the frame that follows. */
	| {readonly type: 'seed'; readonly offset: number; readonly seed: number}
	/** The segment ends inside a frame: the writer was stopped there, and had not yet shown what the frame was to hold. */
	| {readonly type: 'torn'; readonly offset: number; readonly endOffset: number};

/** Where reading may go on later, in a new reader: between two frames. */
export type FramePosition = {
	readonly offset: number;
	/** The number that the next frame ought to have; undefined: any. */
	readonly number: number | undefined;
	/** The recording's; undefined until its start frame was read. The next segment of the recording has the same. */
	readonly seed: number | undefined;
};

export type FrameReader = {
	/** Returns what the bytes so far tell. The chunk may be reused after the next call. */
	readonly push: (chunk: Uint8Array) => readonly FrameEvent[];
	/** Returns what the end of the segment tells, when nobody writes to it any more. */
	readonly end: () => readonly FrameEvent[];
	readonly position: () => FramePosition;
};

/** At the first byte of a recording's first segment. */
export const segmentStart: FramePosition = {offset: 0, number: undefined, seed: undefined};

/**
Read the frames of one segment, whatever is in it: damage is told, skipped, and the next frame that is whole is found. Never throws; holds at most one frame.

@param position - where the first chunk begins.
@param checksum - `crc32` of `node:zlib` where that may be imported.
*/
export function createFrameReader(position: FramePosition = segmentStart, checksum: Checksum = computeChecksum): FrameReader {
	let {offset, number: expected, seed} = position;
	let rest: Uint8Array = new Uint8Array();
	let damagedFrom: number | undefined;

	function * readAll(bytes: Uint8Array): Generator<FrameEvent> {
		let at = 0;
		const base = offset;
		while (bytes.length - at >= headBytes) {
			const head = readHead(bytes, at);
			if (head === undefined) {
				damagedFrom ??= offset;
				at++;
				offset = base + at;
				continue;
			}

			const end = at + headBytes + head.length;
			if (end > bytes.length) {
				break;
			}

			yield * endDamage();
			const payload = bytes.subarray(at + headBytes, end);
			const place = {offset, endOffset: base + end};
			offset = place.endOffset;
			yield * readWhole({head, summed: bytes.subarray(at + 8, at + headBytes), payload, place});
			at = end;
		}

		rest = bytes.slice(at);
	}

	/** Undefined when no head stands here. In damage a start is not believed: its sums start from a number that everybody knows. */
	function readHead(bytes: Uint8Array, at: number): Head | undefined {
		const view = new DataView(bytes.buffer, bytes.byteOffset + at, headBytes);
		const letter = view.getUint8(8);
		const length = view.getUint32(8, true) >>> 8;
		const isStart = letter === startLetter;
		if (length > largestPayloadBytes || (isStart && damagedFrom !== undefined)) {
			return undefined;
		}

		const start = isStart ? 0 : seed;
		const number = view.getUint32(12, true);
		const sum = view.getUint32(4, true);
		const isHead = start === undefined ? isBehindStart(number) : checksum(bytes.subarray(at + 8, at + headBytes), start) === sum;
		return isHead ? {letter, length, sum, wholeSum: view.getUint32(0, true), number, atUs: view.getUint32(16, true) + (view.getUint32(20, true) * wrap)} : undefined;
	}

	/** With no seed, for want of the start, a frame is believed by its place and number alone: neither is the recorded user's to choose. */
	function isBehindStart(number: number): boolean {
		return damagedFrom === undefined && number === expected;
	}

	function * endDamage(): Generator<FrameEvent> {
		if (damagedFrom === undefined) {
			return;
		}

		yield {type: 'damage', offset: damagedFrom, endOffset: offset, part: 'head'};
		damagedFrom = undefined;
	}

	function * readWhole({head, summed, payload, place}: {readonly head: Head; readonly summed: Uint8Array; readonly payload: Uint8Array; readonly place: {readonly offset: number; readonly endOffset: number}}): Generator<FrameEvent> {
		if (expected !== undefined && head.number !== expected) {
			yield {type: 'disorder', offset: place.offset, expected, found: head.number};
		}

		expected = nextNumber(head.number);
		if (checksum(payload, head.sum) !== head.wholeSum) {
			yield {type: 'damage', ...place, part: 'payload'};
			return;
		}

		if (seed === undefined && head.letter !== startLetter) {
			seed = undoChecksum(summed, head.sum);
			yield {type: 'seed', offset: place.offset, seed};
		}

		const frame = parsePayload(head.letter, payload);
		if (frame.type === 'start') {
			seed = readSeed(frame);
		}

		yield {type: 'frame', ...place, number: head.number, atUs: head.atUs, frame};
	}

	return {
		push: chunk => [...readAll(rest.length === 0 ? chunk : join(rest, chunk))],
		end() {
			const isDamaged = damagedFrom !== undefined;
			const endOffset = offset + rest.length;
			const torn: FrameEvent[] = !isDamaged && rest.length > 0 ? [{type: 'torn', offset, endOffset}] : [];
			offset = endOffset;
			rest = new Uint8Array();
			return isDamaged ? [...endDamage()] : torn;
		},
		position: () => ({offset: damagedFrom ?? offset, number: expected, seed}),
	};
}

const wrap = 2 ** 32;
const startLetter = frameTypes.start.codePointAt(0);

type Head = {
	readonly letter: number;
	readonly length: number;
	/** Of the head; the sum of the whole goes on from it. */
	readonly sum: number;
	readonly wholeSum: number;
	readonly number: number;
	readonly atUs: number;
};

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
	const joined = new Uint8Array(first.length + second.length);
	joined.set(first);
	joined.set(second, first.length);
	return joined;
}
