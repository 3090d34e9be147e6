import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {identifyShipped} from '../../../../source/format/audit/shipped/identify-shipped.ts';
import {isShipped, parseShipped} from '../../../../source/format/audit/shipped/parse-shipped.ts';
import {printShipped} from '../../../../source/format/audit/shipped/print-shipped.ts';
import {readRawLine, showRawLine} from '../../../../source/format/audit/shipped/raw-line.ts';
import {gapCauses} from '../../../../source/format/audit/shipped/shipped.ts';
import type {Shipped} from '../../../../source/format/audit/shipped/shipped.ts';
import {checkProperty} from '../../../helpers/check-property.ts';

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, {nil: undefined});
const serial = fc.oneof(fc.bigInt(0n, (2n ** 64n) - 1n).map(String), fc.constantFrom('0', '007', '4294967295'));
const line = fc.uint8Array({maxLength: 40}).map(bytes => readRawLine(bytes));
const sent = {
	host: fc.string({unit: 'binary'}).map(text => text.toWellFormed()),
	boot: optional(fc.constant('0123456789abcdef0123456789abcdef')),
	at: fc.maxSafeNat(),
	number: optional(fc.maxSafeNat()),
};
const shipped: fc.Arbitrary<Shipped> = fc.oneof(
	fc.record({type: fc.constant('event' as const), ...sent, serial, part: fc.integer({min: 1, max: 9}), session: optional(fc.nat()), lines: fc.array(line, {minLength: 1, maxLength: 3})}),
	fc.record({type: fc.constant('gap' as const), ...sent, cause: fc.constantFrom(...gapCauses), count: optional(fc.nat()), first: optional(serial), last: optional(serial), text: fc.string()}),
	fc.record({type: fc.constant('text' as const), ...sent, line, reason: fc.string(), place: fc.nat()}),
);

test('what is shipped is read as it was printed, and is one line', t => {
	checkProperty(t, fc.property(shipped, item => {
		const text = printShipped(item);
		t.false(text.includes('\n'));
		t.true(isShipped(JSON.parse(text)));
		t.deepEqual(parseShipped(JSON.parse(text)), item);
	}));
});

test('a line keeps its bytes, whatever they are', t => {
	checkProperty(t, fc.property(fc.uint8Array(), bytes => {
		t.deepEqual([...Buffer.from(readRawLine(bytes))], [...bytes]);
	}));
	t.is(showRawLine(readRawLine(Buffer.from([0x61, 0xFF]))), 'a\u{FFFD}');
	t.is(showRawLine(readRawLine(Buffer.from('\u{FEFF}a'))), '\u{FEFF}a');
});

test('an event is told by time and serial, its further parts by their number, whatever its number in the spool', t => {
	const event: Shipped = {type: 'event', host: 'h', boot: 'b', at: 1000, number: 7, serial: '5', part: 1, session: 1, lines: ['x']};
	t.is(identifyShipped(event), identifyShipped({...event, number: 8, lines: ['y']}));
	t.is(new Set([event, {...event, part: 2}, {...event, at: 2000}, {...event, serial: '6'}].map(each => identifyShipped(each))).size, 4);
});

const bad: ReadonlyArray<readonly [found: unknown, reason: string]> = [
	[[], 'it is [], expected an object'],
	[{audit: 2}, '"audit" is 2, expected 1'],
	[{audit: 1, time: 1}, '"host" is missing, expected text'],
	[{audit: 1, host: 'h', time: 1.5}, '"time" is 1.5, expected a whole number'],
	[{audit: 1, host: 'h', time: 1, serial: 1, lines: []}, '"lines" is [], expected a list of lines'],
	[{audit: 1, host: 'h', time: 1, serial: -1, lines: ['x']}, '"serial" is -1, expected a serial'],
	[{audit: 1, host: 'h', time: 1, serial: 1, lines: [{hex: 'abc'}]}, '"lines" is {"hex":"abc"}, expected text, or {"hex": …}'],
	[{audit: 1, host: 'h', time: 1, gap: {cause: 'moon'}}, '"cause" is "moon", expected kernel, serials, memory, spool, log'],
];

test('what was not printed by us is refused with the reason', t => {
	t.deepEqual(bad.map(([found]) => parseShipped(found)), bad.map(([, fault]) => ({fault})));
	t.false(isShipped({rec: 'x'}));
});
