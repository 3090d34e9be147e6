import test from 'ava';
import fc from 'fast-check';
import {parsePosition, writePosition} from '../../source/format/position.ts';

const written: ReadonlyArray<readonly [positionMs: number, text: string, isExact: boolean]> = [
	[0, '0:00', false],
	[41_999, '0:41', false],
	[724_417, '12:04', false],
	[724_417, '12:04.417', true],
	[3_750_000, '1:02:30', false],
	[360_000_000, '100:00:00', false],
	[-3, '0:00.000', true],
];
for (const [positionMs, text, isExact] of written) {
	test(`${positionMs} ms is written ${text}`, t => {
		t.is(writePosition(positionMs, isExact), text);
	});
}

const read: ReadonlyArray<readonly [text: string, positionMs: number | undefined]> = [
	['90', 90_000],
	['2.5', 2500],
	['12:30', 750_000],
	['90:00', 5_400_000],
	['1:02:30.5', 3_750_500],
	['0:5', 5000],
	['0:75', undefined],
	['1:75:00', undefined],
	['', undefined],
	['12:', undefined],
	[':12', undefined],
	['1.2.3', undefined],
	['-5', undefined],
	['1e3', undefined],
];
for (const [text, positionMs] of read) {
	test(`"${text}" is ${positionMs === undefined ? 'no position' : `the position ${positionMs} ms`}`, t => {
		t.is(parsePosition(text), positionMs);
	});
}

test('a position written exactly is read back', t => {
	const property = fc.property(fc.integer({min: 0, max: 1e11}), positionMs => parsePosition(writePosition(positionMs, true)) === positionMs);
	t.notThrows(() => {
		fc.assert(property);
	});
});
