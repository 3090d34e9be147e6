import {Buffer} from 'node:buffer';
import {deflateRawSync, inflateRawSync} from 'node:zlib';
import type {ActivitySpan} from '../store.ts';

/** Pause before, duration, bytes out, bytes in: small numbers, whose doubles are mostly zero bytes and deflate well. */
const numbersPerSpan = 4;
const bytesPerNumber = 8;

export function packActivity(spans: readonly ActivitySpan[]): Uint8Array {
	const bytes = Buffer.alloc(spans.length * numbersPerSpan * bytesPerNumber);
	let previousMs = 0;
	let offset = 0;
	for (const {fromMs, untilMs, outputBytes, inputBytes} of spans) {
		for (const value of [fromMs - previousMs, untilMs - fromMs, outputBytes, inputBytes]) {
			offset = bytes.writeDoubleLE(value, offset);
		}

		previousMs = untilMs;
	}

	return deflateRawSync(bytes);
}

export function unpackActivity(data: Uint8Array): ActivitySpan[] {
	const bytes = inflateRawSync(data);
	const spans: ActivitySpan[] = [];
	let previousMs = 0;
	for (let offset = 0; offset < bytes.length; offset += numbersPerSpan * bytesPerNumber) {
		const fromMs = previousMs + bytes.readDoubleLE(offset);
		previousMs = fromMs + bytes.readDoubleLE(offset + bytesPerNumber);
		spans.push({fromMs, untilMs: previousMs, outputBytes: bytes.readDoubleLE(offset + (2 * bytesPerNumber)), inputBytes: bytes.readDoubleLE(offset + (3 * bytesPerNumber))});
	}

	return spans;
}
