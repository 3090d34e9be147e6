import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {FormatError} from '../../../source/format/recording/format-error.ts';
import {printRelp} from '../../../source/format/relp/print-relp.ts';
import {createRelpReader} from '../../../source/format/relp/relp-reader.ts';
import {arbitraryRelpFrame, cutBytes} from '../../helpers/arbitrary-relp.ts';
import {checkProperty} from '../../helpers/check-property.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text);
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

function readAll(text: string): Array<readonly [number, string, string]> {
	return createRelpReader().push(bytesOf(text)).map(({transaction, command, data}) => [transaction, command, textOf(data)]);
}

const sizes = fc.array(fc.integer({min: 1, max: 3000}), {minLength: 1, maxLength: 20});

test('what is printed is read again, however it is cut', t => {
	checkProperty(t, fc.property(fc.array(arbitraryRelpFrame, {maxLength: 10}), sizes, (frames, cuts) => {
		const reader = createRelpReader();
		const read = cutBytes(Buffer.concat(frames.map(frame => printRelp(frame))), cuts).flatMap(piece => reader.push(new Uint8Array(piece)));
		t.deepEqual(read.map(({transaction, command, data}) => ({transaction, command, data: new Uint8Array(data)})), frames);
		t.false(reader.isInsideFrame());
	}));
});

test('frames are read as real senders write them', t => {
	t.deepEqual(readAll('1 open 4 a\nb=\n2 syslog 2 <1\n3 close 0\n4 close 0 \n0 serverclose 0\n'), [[1, 'open', 'a\nb='], [2, 'syslog', '<1'], [3, 'close', ''], [4, 'close', ''], [0, 'serverclose', '']]);
});

test('an unfinished frame is waited for', t => {
	const reader = createRelpReader();
	t.deepEqual(reader.push(bytesOf('1 syslog 3 ab')), []);
	t.true(reader.isInsideFrame());
	t.is(reader.push(bytesOf('c\n')).length, 1);
	t.false(reader.isInsideFrame());
});

const refusals: ReadonlyArray<readonly [string, string]> = [
	['x', 'RELP, byte 0: a transaction number of a frame has 0x78 after "", expected 1 to 9 digits'],
	['1 open 0\n1234567890 ', 'RELP, byte 18: a transaction number of a frame has 0x30 after "123456789", expected 1 to 9 digits'],
	['1  ', 'RELP, byte 2: a command of a frame has 0x20 after "", expected 1 to 32 letters'],
	['1 rsp2', 'RELP, byte 5: a command of a frame has 0x32 after "rsp", expected 1 to 32 letters'],
	[`1 ${'a'.repeat(33)}`, `RELP, byte 34: a command of a frame has 0x61 after "${'a'.repeat(32)}", expected 1 to 32 letters`],
	['1 rsp -', 'RELP, byte 6: a length of a frame has 0x2D after "", expected 1 to 9 digits'],
	['1 rsp 1048577 ', 'RELP, byte 0: a frame announces 1048577 bytes, expected at most 1048576'],
	['1 rsp 5\n', 'RELP, byte 0: a frame announces 5 bytes and has a line feed in their place, expected a blank'],
	['1 rsp 2 abc', 'RELP, byte 0: after the 2 bytes of a frame stands 0x63, expected a line feed'],
];

for (const [text, message] of refusals) {
	test(`what is no frame is refused at its first byte: ${JSON.stringify(text.slice(0, 20))}`, t => {
		t.throws(() => readAll(text), {instanceOf: FormatError, message});
	});
}

test('hostile bytes give frames or one error, the same however they are cut', t => {
	const pieces = fc.array(fc.oneof(fc.uint8Array({maxLength: 60}), fc.constantFrom('1 ', 'rsp ', '5 ', '0\n', '\n', '99 syslog 9').map(text => bytesOf(text)), arbitraryRelpFrame.map(frame => printRelp(frame))), {maxLength: 30});
	checkProperty(t, fc.property(pieces, sizes, (parts, cuts) => {
		const bytes = Buffer.concat(parts);
		const whole = readUntilFault([bytes]);
		t.deepEqual(readUntilFault(cutBytes(bytes, cuts)).last, whole.last);
	}), {numRuns: 500});
});

/** The last frame and the error depend on the bytes alone, not on how they came. */
function readUntilFault(pieces: readonly Uint8Array[]): {readonly last: string} {
	const reader = createRelpReader(64);
	for (const piece of pieces) {
		try {
			reader.push(piece);
		} catch (error) {
			if (!(error instanceof FormatError)) {
				throw error;
			}

			return {last: error.message};
		}
	}

	return {last: `inside: ${reader.isInsideFrame()}`};
}
