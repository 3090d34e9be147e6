import test from 'ava';
import fc from 'fast-check';
import {FormatError} from '../../../source/format/recording/format-error.ts';
import {parseMessage, salvageMessage} from '../../../source/format/recording/parse-message.ts';
import {checkProperty} from '../../helpers/check-property.ts';

const fields = {
	ver: '2.3', host: 'web1', rec: 'b-1-2', user: 'ann', term: 'xterm', session: 7, id: 3, pos: 1500, time: 1_763_892_001.623,
	timing: '', in_txt: '', in_bin: [], out_txt: '', out_bin: [],
};
const place = {file: 'a.log', line: 41};

test('a message gives its header, its wall clock in milliseconds and its packets', t => {
	t.deepEqual(parse({timing: '=80x24<2+13>3', in_txt: 'ls', out_txt: 'a\r\n'}), {
		version: '2.3', host: 'web1', rec: 'b-1-2', user: 'ann', term: 'xterm', session: 7, id: 3, positionMs: 1500, at: 1_763_892_001_623, exit: undefined, recorder: undefined,
		packets: [
			{type: 'window', positionMs: 1500, columns: 80, rows: 24},
			{type: 'input', positionMs: 1500, data: bytes('ls')},
			{type: 'output', positionMs: 1513, data: bytes('a\r\n')},
		],
	});
});

test('version 1 is a number, without `rec` and `time`', t => {
	t.like(parse({ver: 1, rec: undefined, time: undefined}), {version: '1', rec: undefined, at: undefined});
});

for (const ver of [0, 1, 2, '1', '2', '2.1', '2.99', '02.3']) {
	test(`version ${JSON.stringify(ver)} is read`, t => {
		t.is(parse({ver}).version, String(ver));
	});
}

test('fields in another order, unknown fields and leading blanks change nothing', t => {
	const shuffled = Object.fromEntries([['@timestamp', 'now'], ...Object.entries(fields).toReversed(), ['__proto__', null]]);
	t.deepEqual(parseMessage(` \t${JSON.stringify(shuffled)}\r`), parse({}));
});

test('an integer `time` is read', t => {
	t.is(parse({time: 1_600_000_000}).at, 1_600_000_000_000);
});

test('`in_txt` and `out_txt` may be missing', t => {
	t.deepEqual(parse({in_txt: undefined, out_txt: undefined}).packets, []);
});

test('`exit` is read when it is text, and ignored otherwise', t => {
	t.is(parse({exit: 'TERM'}).exit, 'TERM');
	t.is(parse({exit: 0}).exit, undefined);
});

test('counts are characters: an astral one counts once', t => {
	t.deepEqual(data({timing: '>1+1>2', out_txt: '😀é€'}), ['😀', 'é€']);
});

test('a byte order mark in the text is a character like any other', t => {
	t.deepEqual(data({timing: '>2', out_txt: '\u{FEFF}a'}), ['\u{FEFF}a']);
});

test('bytes take the place of the characters that stand for them', t => {
	const {packets} = parse({timing: '>1]1/2>1', out_txt: 'a\u{FFFD}b', out_bin: [0xE2, 0x82]});
	t.deepEqual(packets, [{type: 'output', positionMs: 1500, data: Uint8Array.of(0x61, 0xE2, 0x82, 0x62)}]);
});

test('bytes may stand without a placeholder', t => {
	t.deepEqual(parse({timing: ']0/2', out_bin: [1, 2]}).packets, [{type: 'output', positionMs: 1500, data: Uint8Array.of(1, 2)}]);
});

test('input and output keep their order inside a millisecond', t => {
	t.deepEqual(data({timing: '>1<1>1<1', in_txt: 'BD', out_txt: 'AC'}), ['A', 'B', 'C', 'D']);
});

test('records of one direction with no time between are one packet; zero counts and left-over text are nothing', t => {
	t.deepEqual(data({timing: '>1<0+0>1[0/0+5', in_txt: 'unused', out_txt: 'abc'}), ['ab']);
});

test('blanks stand between records', t => {
	t.deepEqual(data({timing: ' >1\t+1\n<1\v\f\r', in_txt: 'b', out_txt: 'a'}), ['a', 'b']);
});

test('entries of `out_bin` that no record asks for are never looked at', t => {
	t.is(parse({timing: ']0/1', out_bin: [7, 'x', -1]}).packets.length, 1);
});

for (const [changes, code, problem] of [
	[{ver: '3.0'}, 'version', '"ver" is not valid: found "3.0", expected 1 to 2.x; a newer version of this program may read it'],
	[{ver: '2.'}, 'version', '"ver" is not valid: found "2.", expected 1 to 2.x; a newer version of this program may read it'],
	[{ver: 2.3}, 'field-type', '"ver" is not valid: found 2.3, expected a string or an integer'],
	[{host: undefined}, 'field-missing', '"host" is missing, expected it in every message'],
	[{rec: null}, 'field-type', '"rec" is not valid: found null, expected a string'],
	[{in_txt: null}, 'field-type', '"in_txt" is not valid: found null, expected a string'],
	[{out_bin: undefined}, 'field-missing', '"out_bin" is missing, expected it in every message'],
	[{in_bin: {}}, 'field-type', '"in_bin" is not valid: found an object, expected an array'],
	[{session: 0}, 'session', '"session" is not valid: found 0, expected 1 to 4294967295'],
	[{id: '3'}, 'field-type', '"id" is not valid: found "3", expected an integer'],
	[{id: -1}, 'id', '"id" is not valid: found -1, expected 0 to 9007199254740991'],
	[{pos: 0.5}, 'field-type', '"pos" is not valid: found 0.5, expected an integer'],
	[{pos: 2_147_483_648_000}, 'position', '"pos" is not valid: found 2147483648000, expected 0 to 2147483647999'],
	[{time: -0.001}, 'time', '"time" is not valid: found -0.001, expected 0 to 8640000000000 seconds'],
	[{time: '1'}, 'field-type', '"time" is not valid: found "1", expected a number of seconds'],
	[{timing: '=80x24>12x'}, 'timing', '"timing" at character 9: "x" is not a timing record, expected `+N`, `<N`, `>N`, `[N/N`, `]N/N` or `=NxN`'],
	[{timing: '=65536x1'}, 'timing', '"timing" at character 0: "=65536x1" is too large a window, expected at most 65535x65535'],
	[{timing: '+2147483647999'}, 'timing', '"timing" at character 0: "+2147483647999" waits past the last position there is, expected at most 2147483647999 ms'],
	[{timing: '>18446744073709551615', out_txt: 'é'}, 'text', '"out_txt" is too short: "timing" asks for over 2^53 characters more, found 1, expected no more than there are'],
	[{timing: '[0/2', in_bin: [1]}, 'binary', '"in_bin" is too short: "timing" asks for 2 bytes more, found 1, expected no more than there are'],
	[{timing: ']0/1', out_bin: [256]}, 'binary', '"out_bin" holds no byte: found 256, expected an integer from 0 to 255'],
	[{user: ['\u{1B}]52;']}, 'field-type', '"user" is not valid: found an array of 1, expected a string'],
	[{id: '\u{1B}[31m\u{202E}\u{9B}'}, 'field-type', String.raw`"id" is not valid: found "\u001b[31m\u{202e}\u{9b}", expected an integer`],
] as const) {
	test(`an error tells place, field, what was found and what was expected: ${problem}`, t => {
		const text = 'timing' in changes && !('out_txt' in changes) ? {out_txt: '0123456789ab'} : {};
		t.throws(() => parse({...text, ...changes}), {instanceOf: FormatError, code, message: `a.log:41: ${problem}`});
	});
}

for (const [line, code] of [
	['{"ver":"2.3","host":"we', 'incomplete-line'],
	[String.raw`{"a":{"b":"\"}`, 'incomplete-line'],
	['{"a":[1', 'incomplete-line'],
	['{"a":x}', 'json'],
	['{} {}', 'json'],
	['null', 'json'],
	['[]', 'json'],
	['5', 'json'],
	['', 'json'],
	['\u{FEFF}{}', 'json'],
	['Nov 23 10:00:00 web1 tlog: {}', 'json'],
] as const) {
	test(`the line ${JSON.stringify(line)} is refused as ${code}`, t => {
		t.throws(() => parseMessage(line), {instanceOf: FormatError, code});
	});
}

test('packets before a bad record come back beside the fault', t => {
	const {message, fault} = salvageMessage(print({timing: '>1+5<1]1/1', in_txt: 'b', out_txt: 'ac', out_bin: []}), place);
	t.deepEqual(message.packets, [{type: 'output', positionMs: 1500, data: bytes('a')}, {type: 'input', positionMs: 1505, data: bytes('b')}]);
	t.is(fault?.code, 'binary');
});

test('a fault keeps what it was made of', t => {
	const error = t.throws<FormatError>(() => parse({timing: '+1 ?'}), {instanceOf: FormatError});
	t.deepEqual(error?.location, {...place, field: 'timing', offset: 3});
});

test('a JSON fault keeps its cause', t => {
	const error = t.throws<FormatError>(() => parseMessage('{'), {instanceOf: FormatError});
	t.true(error?.cause instanceof SyntaxError);
});

test('nothing but a FormatError comes of any text', t => {
	checkProperty(t, fc.property(fc.string({unit: 'binary'}), line => isHandled(line)), {numRuns: 2000});
});

test('nothing but a FormatError comes of any JSON', t => {
	checkProperty(t, fc.property(fc.json(), line => isHandled(line)), {numRuns: 2000});
});

test('nothing but a FormatError comes of a message with any fields', t => {
	const timing = fc.string({unit: fc.constantFrom('+', '<', '>', '[', ']', '=', '/', 'x', '0', '1', '9', ' ', 'é'), maxLength: 30});
	const changes = fc.record({...Object.fromEntries(Object.keys(fields).map(key => [key, fc.jsonValue()])), timing, out_txt: fc.string({unit: 'binary'}), out_bin: fc.array(fc.integer())}, {requiredKeys: []});
	checkProperty(t, fc.property(changes, given => isHandled(print(given))), {numRuns: 2000});
});

function print(changes: Readonly<Record<string, unknown>>): string {
	return JSON.stringify({...fields, ...changes});
}

function parse(changes: Readonly<Record<string, unknown>>): ReturnType<typeof parseMessage> {
	return parseMessage(print(changes), place);
}

function data(changes: Readonly<Record<string, unknown>>): readonly string[] {
	return parse(changes).packets.map(packet => packet.type === 'window' ? '' : new TextDecoder('utf-8', {ignoreBOM: true}).decode(packet.data));
}

function bytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

function isHandled(line: string): boolean {
	try {
		parseMessage(line);
		return true;
	} catch (error) {
		return error instanceof FormatError;
	}
}
