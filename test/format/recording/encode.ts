import {Buffer} from 'node:buffer';
import test from 'ava';
import {createEncoder} from '../../../source/format/recording/encode.ts';
import type {Encoder} from '../../../source/format/recording/encoder.ts';
import type {RecordingHeader} from '../../../source/format/recording/message.ts';
import {parseMessage} from '../../../source/format/recording/parse-message.ts';

const header: RecordingHeader = {host: 'web1', rec: 'b-1-2', user: 'ann', term: 'xterm', session: 7};
const head = '{"ver":"2.3","host":"web1","rec":"b-1-2","user":"ann","term":"xterm","session":7,';
const empty = '"in_txt":"","in_bin":[],"out_txt":"","out_bin":[]}';

test('a message is one line: header, number, position, wall clock with three decimals, timing, text, bytes', t => {
	const encoder = create();
	encoder.push({type: 'window', positionMs: 0, columns: 80, rows: 24});
	encoder.push({type: 'output', positionMs: 12.9, data: bytes('$ ')});
	encoder.push({type: 'input', positionMs: 40, data: Uint8Array.of(0x6C, 0xFF)});
	t.like(encoder.flush(), [{
		id: 1,
		positionMs: 0,
		at: 1_763_892_000_070,
		text: `${head}"id":1,"pos":0,"time":1763892000.070,"timing":"=80x24+12>2+28<1[1/1","in_txt":"l\u{FFFD}","in_bin":[255],"out_txt":"$ ","out_bin":[]}`,
	}]);
});

test('control characters, quotes and DEL are escaped as tlog does, all else stands as it is', t => {
	t.is(outputOf(create(), '"\\/\b\f\n\r\t\0\u{1B}\u{7F}\u{2028}é😀'), String.raw`\"\\/\b\f\n\r\t\u0000\u001b\u007f` + '\u{2028}é😀');
});

test('a packet may be overwritten once it is pushed, even a Buffer that ends inside a character', t => {
	const encoder = create();
	const data = Buffer.from([0x61, 0xC3]);
	encoder.push({type: 'output', positionMs: 0, data});
	data.fill(0);
	const [line] = encoder.end({exit: '0'});
	t.deepEqual(parseMessage(line?.text ?? '').packets.map(packet => packet.type === 'window' ? [] : [...packet.data]), [[0x61, 0xC3]]);
});

test('strings of the header are escaped alike', t => {
	const [line] = createEncoder({header: {...header, user: 'a"\u{7F}'}, startedAt: 0}).end({exit: '0'});
	t.true(line?.text.includes(String.raw`"user":"a\"\u007f"`));
});

test('fractions of milliseconds add up', t => {
	const encoder = create();
	for (const step of [0, 1, 2, 3, 4, 5, 6, 7]) {
		encoder.push({type: 'output', positionMs: step * 0.9, data: bytes('x')});
	}

	t.is(timingOf(encoder), '>2+1>1+1>1+1>1+1>1+1>1+1>1');
});

test('input and output of one millisecond stay in order', t => {
	const encoder = create();
	for (const type of ['input', 'output', 'input', 'output'] as const) {
		encoder.push({type, positionMs: 0, data: bytes('x')});
	}

	t.is(timingOf(encoder), '<1>1<1>1');
});

test('a size that changes nothing is not written', t => {
	const encoder = create();
	encoder.push({type: 'window', positionMs: 0, columns: 80, rows: 24});
	encoder.push({type: 'window', positionMs: 5, columns: 80, rows: 24});
	t.is(timingOf(encoder), '=80x24');
});

test('later messages begin with the size known, unless they begin with a new one', t => {
	const encoder = create();
	encoder.push({type: 'window', positionMs: 0, columns: 80, rows: 24});
	encoder.flush();
	encoder.push({type: 'output', positionMs: 5, data: bytes('x')});
	t.is(timingOf(encoder), '=80x24>1');
	encoder.push({type: 'window', positionMs: 9, columns: 90, rows: 24});
	t.is(timingOf(encoder), '=90x24');
});

test('a character cut between packets is stamped with the time of its last byte, over a flush too', t => {
	const encoder = create();
	encoder.push({type: 'output', positionMs: 0, data: Uint8Array.of(0x61, 0xE2, 0x82)});
	t.is(timingOf(encoder), '>1');
	t.false(encoder.hasUnflushed());
	encoder.push({type: 'output', positionMs: 3000, data: Uint8Array.of(0xAC)});
	const [line] = encoder.flush();
	t.deepEqual(line === undefined ? undefined : parseMessage(line.text).packets, [{type: 'output', positionMs: 3000, data: bytes('€')}]);
});

for (const [data, timing] of [
	[[0xF0, 0x9D, 0x84, 0x58], ']1/3>1'],
	[[0xC0, 0x80], ']2/2'],
	[[0xED, 0xA0, 0x80], ']3/3'],
	[[0xF4, 0x90, 0x80, 0x80], ']4/4'],
	[[0xE2, 0x82, 0x28], ']1/2>1'],
	[[0xE2, 0x82], ']1/2'],
	[[0xEF, 0xBF, 0xBD], '>1'],
	[[0xEF, 0xBB, 0xBF, 0x61], '>2'],
] as const) {
	test(`the bytes ${data.map(byte => byte.toString(16)).join(' ')} are written as ${timing}, whole and byte by byte`, t => {
		const [whole, single] = [create(), create()];
		whole.push({type: 'output', positionMs: 0, data: Uint8Array.from(data)});
		for (const byte of data) {
			single.push({type: 'output', positionMs: 0, data: Uint8Array.of(byte)});
		}

		whole.cut();
		single.cut();
		t.is(timingOf(whole), timing);
		t.is(timingOf(single), timing);
	});
}

test('a payload is filled to its limit, digits of counts included', t => {
	const encoder = createEncoder({header, startedAt: 0, payloadBytes: 64});
	const lines = encoder.push({type: 'output', positionMs: 0, data: new Uint8Array(130).fill(0x78)});
	t.deepEqual(lines.map(({text}) => /"timing":"(?<timing>[^"]*)"/v.exec(text)?.groups?.timing), ['>61', '>61']);
	t.is(timingOf(encoder), '>8');
});

test('a payload under 32 bytes is refused: one event might not fit', t => {
	t.throws(() => createEncoder({header, startedAt: 0, payloadBytes: 31}), {instanceOf: RangeError});
});

test('a header longer than any payload is no hindrance', t => {
	const host = 'h'.repeat(5000);
	const [line] = createEncoder({header: {...header, host}, startedAt: 0, payloadBytes: 32}).end({exit: '0'});
	t.is(parseMessage(line?.text ?? '').host, host);
});

test('the last message tells how the program ended', t => {
	const encoder = create();
	encoder.push({type: 'output', positionMs: 5, data: bytes('x')});
	t.deepEqual(encoder.end({exit: 'TERM', positionMs: 900}).map(({text}) => text), [
		`${head}"id":1,"pos":5,"time":1763892000.075,"timing":">1","in_txt":"","in_bin":[],"out_txt":"x","out_bin":[],"exit":"TERM"}`,
	]);
});

test('an end after the last flush has a message of its own, at its own time', t => {
	const encoder = create();
	encoder.push({type: 'window', positionMs: 0, columns: 80, rows: 24});
	encoder.flush();
	t.deepEqual(encoder.end({exit: '0', positionMs: 60_000}).map(({text}) => text), [
		`${head}"id":2,"pos":60000,"time":1763892060.070,"timing":"=80x24",${empty.slice(0, -1)},"exit":"0"}`,
	]);
});

test('a recording without packets has no message, but with an exit status one', t => {
	t.deepEqual(create().end(), []);
	t.deepEqual(create().end({exit: '0'}).map(({text}) => text), [`${head}"id":1,"pos":0,"time":1763892000.070,"timing":"",${empty.slice(0, -1)},"exit":"0"}`]);
});

test('a position that goes back is taken to be the last one', t => {
	const encoder = create();
	encoder.push({type: 'output', positionMs: 10, data: bytes('a')});
	encoder.push({type: 'output', positionMs: 5, data: bytes('b')});
	t.is(timingOf(encoder), '>2');
});

function create(): Encoder {
	return createEncoder({header, startedAt: 1_763_892_000_070});
}

function timingOf(encoder: Encoder): string | undefined {
	return encoder.flush().map(({text}) => /"timing":"(?<timing>[^"]*)"/v.exec(text)?.groups?.timing).join(' | ');
}

function outputOf(encoder: Encoder, text: string): string | undefined {
	encoder.push({type: 'output', positionMs: 0, data: bytes(text)});
	return encoder.flush().map(line => /"out_txt":"(?<output>.*)","out_bin"/sv.exec(line.text)?.groups?.output).join('');
}

function bytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
