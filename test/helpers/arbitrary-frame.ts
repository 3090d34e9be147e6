import fc from 'fast-check';
import type {Frame} from '../../source/format/frames/frame.ts';
import {endings} from '../../source/format/frames/layout.ts';
import {printFrame} from '../../source/format/frames/print-frame.ts';

const bytes = fc.uint8Array({maxLength: 300});
const int32 = fc.integer({min: -2_147_483_648, max: 2_147_483_647});
const value = bytes.map(data => data.filter(byte => byte !== 0));
const startEntries = fc.array(fc.tuple(fc.string({unit: fc.constantFrom('a', 'b', 'ä', '.'), minLength: 1, maxLength: 8}), value), {maxLength: 8});

/** Any frame but a start. */
export const arbitraryFrame: fc.Arbitrary<Frame> = fc.oneof(
	fc.record({type: fc.constantFrom('output', 'drained', 'error', 'input'), data: bytes}),
	fc.record({type: fc.constant('window'), columns: fc.nat(65_535), rows: fc.nat(65_535)}),
	fc.record({type: fc.constant('echo'), isEchoed: fc.boolean(), isLineMode: fc.boolean()}),
	fc.record({type: fc.constant('gap'), lostBytes: fc.maxSafeNat(), sinceUs: fc.maxSafeNat(), errno: fc.nat(133)}),
	fc.constant({type: 'rotation'} as const),
	fc.record({type: fc.constant('bytes'), input: fc.maxSafeNat(), output: fc.maxSafeNat(), error: fc.maxSafeNat()}),
	fc.record({type: fc.constant('end'), how: fc.constantFrom(...endings), code: int32, cause: int32}),
	fc.record({type: fc.constant('unknown'), letter: fc.nat(255).filter(letter => !'HODEIWSGRBX'.includes(String.fromCodePoint(letter))), data: bytes}),
);

export type PrintedRecording = {
	readonly seed: number;
	readonly frames: ReadonlyArray<{readonly frame: Frame; readonly number: number; readonly atUs: number; readonly printed: Uint8Array}>;
};

/** A segment: a start, then any frames, numbered and stamped. */
export const arbitraryRecording: fc.Arbitrary<PrintedRecording> = fc.record({
	seed: fc.nat(0xFF_FF_FF_FF),
	first: fc.constantFrom(0, 7, 0xFF_FF_FF_FD),
	entries: startEntries,
	rest: fc.array(fc.tuple(arbitraryFrame, fc.maxSafeNat()), {maxLength: 8}),
}).map(({seed, first, entries, rest}) => {
	const start: Frame = {type: 'start', entries: [...entries, ['seed', new TextEncoder().encode(seed.toString(16).padStart(8, '0'))]]};
	const frames = [[start, 1] as const, ...rest].map(([frame, atUs], index) => {
		const number = (first + index) % (2 ** 32);
		return {frame, number, atUs, printed: printFrame(frame, {number, atUs, seed})};
	});
	return {seed, frames};
});

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}

	return joined;
}
