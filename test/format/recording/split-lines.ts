import process from 'node:process';
import test from 'ava';
import * as fc from 'fast-check';
import {createLineSplitter} from '../../../source/format/recording/line-splitter.ts';
import type {Line} from '../../../source/format/recording/line-splitter.ts';
import {splitLines} from '../../../source/format/recording/split-lines.ts';

const encoder = new TextEncoder();

test('lines are numbered from 1, blank ones count but are left out', async t => {
	t.deepEqual(await read('{"a":1}\n\n \t\r\n  {"b":2}\n'), [
		{type: 'line', number: 1, text: '{"a":1}', isTerminated: true},
		{type: 'line', number: 4, text: '  {"b":2}', isTerminated: true},
	]);
});

test('a last line without a line feed says so', async t => {
	t.deepEqual(await read('one\ntwo'), [
		{type: 'line', number: 1, text: 'one', isTerminated: true},
		{type: 'line', number: 2, text: 'two', isTerminated: false},
	]);
});

test('U+2028, U+2029, U+0085, carriage returns and a byte order mark stay inside lines', async t => {
	const text = '\u{FEFF}a\u{2028}b\u{2029}c\u{85}d\re';
	t.deepEqual(await read(`${text}\n`), [{type: 'line', number: 1, text, isTerminated: true}]);
});

test('a line that is not UTF-8 is a fault with its number, and the next line follows', t => {
	const lines = split([Uint8Array.of(0x61, 0xFF, 0x0A, 0x62, 0x0A)]);
	t.like(lines, [{type: 'fault', number: 1, error: {code: 'text'}}, {type: 'line', number: 2, text: 'b'}]);
	t.is(lines[0]?.type === 'fault' ? lines[0].error.message : '', 'a.log:1: the line holds bytes that are not UTF-8, expected UTF-8; it was skipped');
});

test('a line torn inside a character is incomplete', t => {
	t.like(split([encoder.encode('é').subarray(0, 1)]), [{type: 'fault', number: 1, error: {code: 'incomplete-line'}}]);
});

test('a line longer than the limit is one fault that tells its size', t => {
	const splitter = createLineSplitter({file: 'a.log', largestBytes: 10});
	const chunk = new Uint8Array(7).fill(0x78);
	t.deepEqual([...splitter.push(chunk), ...splitter.push(chunk), ...splitter.push(chunk)], []);
	const lines = splitter.push(encoder.encode('x\nnext\n'));
	t.like(lines, [{type: 'fault', number: 1, error: {code: 'line-length'}}, {type: 'line', number: 2, text: 'next'}]);
	t.is(lines[0]?.type === 'fault' ? lines[0].error.message : '', 'a.log:1: the line has 22 bytes, expected at most 10; it was skipped');
});

test('a line of exactly the limit is read', t => {
	t.like(split([encoder.encode('0123456789\n')], 10), [{type: 'line', text: '0123456789'}]);
});

test('a line of a gigabyte is skipped without being kept', t => {
	const splitter = createLineSplitter();
	const chunk = new Uint8Array(1024 * 1024).fill(0x78);
	const before = process.memoryUsage().arrayBuffers;
	let most = 0;
	for (let count = 0; count < 1024; count++) {
		splitter.push(chunk);
		most = count % 64 === 0 ? Math.max(most, process.memoryUsage().arrayBuffers - before) : most;
	}

	t.like(splitter.end(), [{type: 'fault', number: 1, error: {code: 'line-length'}}]);
	t.true(most < 300 * 1024 * 1024, `${most} bytes kept`);
});

test('a chunk may be reused once it was pushed', t => {
	const splitter = createLineSplitter();
	const chunk = encoder.encode('abc');
	splitter.push(chunk);
	chunk.fill(0x7A);
	t.like(splitter.push(encoder.encode('\n')), [{text: 'abc'}]);
});

test('where chunks are cut changes nothing', t => {
	fc.assert(fc.property(fc.string({unit: fc.constantFrom('a', '\n', ' ', 'é', '😀', '\u{2028}')}), fc.array(fc.nat(20)), (text, cuts) => {
		const bytes = encoder.encode(text);
		const edges = [0, ...cuts.map(cut => Math.min(cut, bytes.length)).toSorted((a, b) => a - b), bytes.length];
		const chunks = edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
		t.deepEqual(split(chunks), split([bytes]));
	}));
});

async function read(text: string): Promise<readonly Line[]> {
	return Array.fromAsync(splitLines([encoder.encode(text)]));
}

function split(chunks: readonly Uint8Array[], largestBytes?: number): readonly Line[] {
	const splitter = createLineSplitter({file: 'a.log', ...(largestBytes !== undefined && {largestBytes})});
	return [...chunks.flatMap(chunk => splitter.push(chunk)), ...splitter.end()];
}
