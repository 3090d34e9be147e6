import * as fc from 'fast-check';
import type {IoPacket} from '../../source/format/recording/packet.ts';

/** What is done to an encoder, with the time since the step before. */
export type Step =
	| {readonly type: IoPacket['type']; readonly delayMs: number; readonly data: Uint8Array}
	| {readonly type: 'window'; readonly delayMs: number; readonly columns: number; readonly rows: number}
	| {readonly type: 'flush'; readonly delayMs: number};

const bytes = fc.oneof(
	fc.uint8Array({maxLength: 300}),
	fc.string({unit: 'binary', maxLength: 200}).map(text => new TextEncoder().encode(text)),
	fc.array(fc.constantFrom(0, 0x41, 0x80, 0x9D, 0xBF, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0xFF), {maxLength: 40}).map(list => Uint8Array.from(list)),
);
const delay = fc.oneof(fc.constant(0), fc.double({min: 0, max: 3, noNaN: true}), fc.nat(100_000));
const io = fc.record({type: fc.constantFrom('output' as const, 'input' as const), delayMs: delay, data: bytes});
const size = fc.record({type: fc.constant('window' as const), delayMs: delay, columns: fc.nat(65_535), rows: fc.nat(65_535)});
const flush = fc.record({type: fc.constant('flush' as const), delayMs: delay});

/** Text, any bytes and torn characters both ways, sizes and flushes. */
export const arbitrarySteps: fc.Arbitrary<Step[]> = fc.array(fc.oneof({weight: 4, arbitrary: io}, {weight: 1, arbitrary: size}, {weight: 1, arbitrary: flush}), {maxLength: 30});

/** Mostly so small that messages end inside packets. */
export const arbitraryPayloadBytes: fc.Arbitrary<number> = fc.oneof(fc.integer({min: 32, max: 80}), fc.constant(2048));
