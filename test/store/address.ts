import test from 'ava';
import fc from 'fast-check';
import {parseAddress, parsePosition, printAddress, printPosition, shortenRec} from '../../source/store/address.ts';
import {checkProperty} from '../helpers/check-property.ts';
import {bootId} from '../helpers/make-message.ts';

const name = fc.string({unit: 'grapheme', minLength: 1}).map(text => text.toWellFormed());

test('any address that is printed is read back', t => {
	checkProperty(t, fc.property(name, name, fc.oneof(fc.constant(undefined), fc.constant('end' as const), fc.nat({max: 1e12})), (host, rec, position) => {
		const text = printAddress({host, rec}, position);
		const read = parseAddress(text);
		return read.host === host && read.rec === rec && read.position === position && /^[\w%\-.]+\/[\w%\-.]+(?:@[\d.:a-z]+)?$/v.test(text);
	}));
});

test('a tilde is encoded: a shell would make a home directory of it', t => {
	t.is(printAddress({host: '~root', rec: 'r'}), '%7Eroot/r');
});

const addresses: ReadonlyArray<readonly [text: string, host: string | undefined, rec: string, position: number | 'end' | undefined]> = [
	['web1/39d-1c81a@12:04', 'web1', '39d-1c81a', 724_000],
	['web1/39d-1c81a@end', 'web1', '39d-1c81a', 'end'],
	['-/a', '-', 'a', undefined],
	['39d-1c81a@90', undefined, '39d-1c81a', 90_000],
	['a%2Fb%40c/r', 'a/b@c', 'r', undefined],
];

for (const [text, host, rec, position] of addresses) {
	test(`an address is read: ${text}`, t => {
		t.deepEqual(parseAddress(text), {host, rec, position});
	});
}

for (const text of ['', '/', 'web1/', '/rec', '@90', 'web1/a@', 'web1/a@x', 'web1/a@1:', 'web1/a@-1', 'web%/a', 'web1/%FF']) {
	test(`not an address: "${text}"`, t => {
		t.throws(() => parseAddress(text), {name: 'UserError', message: /expected|percent sign/v});
	});
}

test('a position is read in seconds and as a clock', t => {
	t.deepEqual(['90', '12:04', '1:02:30.5', '12:04.417', 'end'].map(text => parsePosition(text)), [90_000, 724_000, 3_750_500, 724_417, 'end']);
});

test('a position is printed no longer than needed', t => {
	t.deepEqual([0, 10, 724_000, 724_417, 3_750_500, 36_000_000].map(positionMs => printPosition(positionMs)), ['0:00', '0:00.01', '12:04', '12:04.417', '1:02:30.5', '10:00:00']);
});

test('a recording id is shown without its boot id if it has one', t => {
	t.deepEqual([`${bootId}-39d-1c81a`, '39d-1c81a', 'a-b-c-d', 'session', '0190b5c4-7e1f-7cc0-8a63-0242ac120002'].map(rec => shortenRec(rec)), ['39d-1c81a', '39d-1c81a', 'a-b-c-d', 'session', '0190b5c4-7e1f-7cc0-8a63-0242ac120002']);
});
