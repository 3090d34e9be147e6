import {computeChecksum} from './checksum.ts';
import type {Frame, StartFrame} from './frame.ts';
import {endings, frameTypes, headBytes} from './layout.ts';

export type FrameStamp = {
	/** Counts from 0 in a recording. */
	readonly number: number;
	/** CLOCK_BOOTTIME, microseconds. */
	readonly atUs: number;
	/** The recording's; a start frame is summed without it. */
	readonly seed: number;
};

/** Print one frame as the login shell writes it. */
export function printFrame(frame: Frame, {number, atUs, seed}: FrameStamp): Uint8Array {
	const payload = printPayload(frame);
	const printed = new Uint8Array(headBytes + payload.length);
	const view = new DataView(printed.buffer);
	view.setUint32(8, (payload.length * 256) + letterOf(frame), true);
	view.setUint32(12, number, true);
	view.setBigUint64(16, BigInt(atUs), true);
	printed.set(payload, headBytes);
	const headSum = computeChecksum(printed.subarray(8, headBytes), frame.type === 'start' ? 0 : seed);
	view.setUint32(4, headSum, true);
	view.setUint32(0, computeChecksum(payload, headSum), true);
	return printed;
}

function letterOf(frame: Frame): number {
	return frame.type === 'unknown' ? frame.letter : frameTypes[frame.type].codePointAt(0) ?? 0;
}

function printPayload(frame: Frame): Uint8Array {
	switch (frame.type) {
		case 'start': {
			return printEntries(frame.entries);
		}

		case 'output':
		case 'drained':
		case 'error':
		case 'input':
		case 'unknown': {
			return frame.data;
		}

		case 'window': {
			return printNumbers(4, view => {
				view.setUint16(0, frame.columns, true);
				view.setUint16(2, frame.rows, true);
			});
		}

		case 'echo': {
			return Uint8Array.of((frame.isEchoed ? 1 : 0) | (frame.isLineMode ? 2 : 0));
		}

		case 'gap': {
			return printNumbers(20, view => {
				view.setBigUint64(0, BigInt(frame.lostBytes), true);
				view.setBigUint64(8, BigInt(frame.sinceUs), true);
				view.setUint32(16, frame.errno, true);
			});
		}

		case 'rotation': {
			return new Uint8Array();
		}

		case 'bytes': {
			return printNumbers(24, view => {
				view.setBigUint64(0, BigInt(frame.input), true);
				view.setBigUint64(8, BigInt(frame.output), true);
				view.setBigUint64(16, BigInt(frame.error), true);
			});
		}

		case 'end': {
			return printNumbers(12, view => {
				view.setInt32(0, endings.indexOf(frame.how), true);
				view.setInt32(4, frame.code, true);
				view.setInt32(8, frame.cause, true);
			});
		}

		default: {
			return frame satisfies never;
		}
	}
}

function printNumbers(bytes: number, write: (view: DataView) => void): Uint8Array {
	const payload = new Uint8Array(bytes);
	write(new DataView(payload.buffer));
	return payload;
}

/** `key=value` and a NUL each. */
function printEntries(entries: StartFrame['entries']): Uint8Array {
	return Uint8Array.from(entries.flatMap(([key, value]) => [...encoder.encode(`${key}=`), ...value, 0]));
}

const encoder = new TextEncoder();
