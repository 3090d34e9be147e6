import test from 'ava';
import {createAsciicastParser, parseAsciicastHeader} from '../../../source/format/asciicast/parse-asciicast.ts';
import {createAsciicastConverter} from '../../../source/format/asciicast/to-messages.ts';
import {toPacket} from '../../../source/format/asciicast/to-packet.ts';
import {createAsciicastWriter, printAsciicastHeader} from '../../../source/format/asciicast/write-asciicast.ts';
import type {AsciicastHeader} from '../../../source/format/asciicast/asciicast.ts';
import {FormatError} from '../../../source/format/recording/format-error.ts';
import {parseMessage} from '../../../source/format/recording/parse-message.ts';

const header: AsciicastHeader = {version: 2, columns: 80, rows: 24, term: 'xterm', startedAt: 1_763_892_000_000, command: 'top', title: undefined, idleLimit: 2.5};
const encoder = new TextEncoder();

test('a header of version 2 gives its size at the top and TERM from `env`', t => {
	t.deepEqual(parseAsciicastHeader('{"version": 2, "width": 80, "height": 24, "timestamp": 1763892000, "idle_time_limit": 2.5, "command": "top", "env": {"TERM": "xterm", "SHELL": null}}'), header);
});

test('a header of version 3 gives its size and TERM under `term`', t => {
	t.deepEqual(parseAsciicastHeader('{"version":3,"term":{"cols":80,"rows":24,"type":"xterm"},"timestamp":1763892000,"idle_time_limit":2.5,"command":"top"}'), {...header, version: 3});
});

test('optional fields of a header may be missing or strange', t => {
	t.like(parseAsciicastHeader('{"version":2,"width":1,"height":1,"timestamp":"now","env":7,"title":[]}'), {term: undefined, startedAt: undefined, title: undefined});
});

for (const [line, message] of [
	['{"version":1,"width":1,"height":1}', 'a.cast:1: "version" is not known: found 1, expected 2 or 3'],
	['{"version":2,"width":-1,"height":1}', 'a.cast:1: "width" is not a size: found -1, expected 0 to 65535'],
	['{"version":3,"term":{"cols":80}}', 'a.cast:1: "rows" is not a size: found nothing, expected 0 to 65535'],
	['[]', 'a.cast:1: found an array of 0, expected one JSON object'],
] as const) {
	test(`the header ${line} is refused in one line`, t => {
		t.throws(() => parseAsciicastHeader(line, {file: 'a.cast', line: 1}), {instanceOf: FormatError, message});
	});
}

test('times of version 2 count from the start, those of version 3 from the event before', t => {
	const lines = ['[0.5, "o", "a"]', '[0.75, "?", "b"]', '[1.000001, "o", "c"]'];
	const [second, third] = [createAsciicastParser(2), createAsciicastParser(3)];
	t.deepEqual(lines.map(line => second.parseEvent(line)?.positionMs), [500, 750, 1000.001]);
	t.deepEqual(lines.map(line => third.parseEvent(line)?.positionMs), [500, 1250, 2250.001]);
});

test('comments are left out in version 3', t => {
	t.is(createAsciicastParser(3).parseEvent('# edited by hand'), undefined);
	t.throws(() => createAsciicastParser(2).parseEvent('# edited by hand'), {code: 'json'});
});

for (const line of ['[-1, "o", ""]', '["1", "o", ""]', '[1, "", ""]', '[1, "o"]', '[1, "o", 5]', '{}', '[1e30, "o", ""]']) {
	test(`the event ${line} is refused`, t => {
		t.throws(() => createAsciicastParser(3).parseEvent(line), {instanceOf: FormatError, code: 'asciicast'});
	});
}

test('events become packets, labels and unknown codes do not', t => {
	t.deepEqual(toPacket({positionMs: 1, code: 'o', data: 'é'}), {type: 'output', positionMs: 1, data: Uint8Array.of(0xC3, 0xA9)});
	t.deepEqual(toPacket({positionMs: 1, code: 'i', data: 'x'}), {type: 'input', positionMs: 1, data: Uint8Array.of(0x78)});
	t.deepEqual(toPacket({positionMs: 1, code: 'r', data: '100x30'}), {type: 'window', positionMs: 1, columns: 100, rows: 30});
	t.is(toPacket({positionMs: 1, code: 'm', data: 'chapter'}), undefined);
	t.throws(() => toPacket({positionMs: 1, code: 'r', data: '100x99999'}), {code: 'asciicast'});
});

test('version 2 is written with microseconds from the start', t => {
	t.is(printAsciicastHeader(header), '{"version":2,"width":80,"height":24,"timestamp":1763892000,"idle_time_limit":2.5,"command":"top","env":{"TERM":"xterm"}}');
	t.deepEqual(write(header), ['[0.0, "o", "$ "]', String.raw`[0.012346, "i", "\u001b"]`, '[1.5, "r", "100x30"]', '[2.0, "m", "gap"]', '[3.0004, "x", "0"]']);
});

test('version 3 is written with intervals whose sum stays within half a millisecond', t => {
	t.is(printAsciicastHeader({...header, version: 3}), '{"version":3,"term":{"cols":80,"rows":24,"type":"xterm"},"timestamp":1763892000,"idle_time_limit":2.5,"command":"top"}');
	t.deepEqual(write({...header, version: 3}), ['[0.000, "o", "$ "]', String.raw`[0.012, "i", "\u001b"]`, '[1.488, "r", "100x30"]', '[0.500, "m", "gap"]', '[1.000, "x", "0"]']);
});

test('a character cut between packets is joined, each direction for itself', t => {
	const writer = createAsciicastWriter(header);
	const euro = encoder.encode('€');
	t.deepEqual(writer.push({type: 'output', positionMs: 0, data: euro.subarray(0, 2)}), []);
	t.deepEqual(writer.push({type: 'input', positionMs: 1, data: encoder.encode('k')}), ['[0.001, "i", "k"]']);
	t.deepEqual(writer.push({type: 'output', positionMs: 2, data: euro.subarray(2)}), ['[0.002, "o", "€"]']);
});

test('invalid bytes become U+FFFD, those that wait at the end too, and a byte order mark stays', t => {
	const writer = createAsciicastWriter(header);
	t.deepEqual(writer.push({type: 'output', positionMs: 0, data: Uint8Array.of(0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0xF0, 0x9D)}), ['[0.0, "o", "\u{FEFF}a\u{FFFD}"]']);
	t.deepEqual(writer.end(5, 'TERM'), ['[0.005, "o", "\u{FFFD}"]']);
});

test('a cast becomes messages: size, events, exit status', t => {
	const converter = createAsciicastConverter(header, {host: '-', rec: 'cast-1', user: 'ann'});
	const events = [
		{positionMs: 250.75, code: 'o', data: 'hi'},
		{positionMs: 300, code: 'm', data: 'chapter'},
		{positionMs: 400, code: 'r', data: '100x30'},
		{positionMs: 900, code: 'x', data: '3'},
	];
	const lines = [...events.flatMap(event => converter.push(event)), ...converter.end()];
	t.deepEqual(lines.map(({text}) => text), [
		'{"ver":"2.3","host":"-","rec":"cast-1","user":"ann","term":"xterm","session":4294967295,"id":1,"pos":0,"time":1763892000.000,'
		+ '"timing":"=80x24+250>2+150=100x30","in_txt":"","in_bin":[],"out_txt":"hi","out_bin":[],"exit":"3"}',
	]);
});

test('a cast without a wall clock becomes messages without one', t => {
	const converter = createAsciicastConverter({...header, startedAt: undefined}, {host: '-', rec: 'cast-1', user: ''});
	const [line] = converter.end();
	t.is(line?.at, undefined);
	t.like(parseMessage(line?.text ?? ''), {version: '2.2', at: undefined, packets: [{type: 'window', columns: 80, rows: 24}]});
});

function write(written: AsciicastHeader): readonly string[] {
	const writer = createAsciicastWriter(written);
	return [
		...writer.push({type: 'window', positionMs: 0, columns: 80, rows: 24}),
		...writer.push({type: 'output', positionMs: 0, data: encoder.encode('$ ')}),
		...writer.push({type: 'input', positionMs: 12.3456, data: encoder.encode('\u{1B}')}),
		...writer.push({type: 'window', positionMs: 1500, columns: 100, rows: 30}),
		...writer.mark(2000, 'gap'),
		...writer.end(3000.4, '0'),
	];
}
