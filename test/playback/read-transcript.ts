import test from 'ava';
import {createEncoder} from '../../source/format/recording/encode.ts';
import {pause} from '../../source/playback/follow-messages.ts';
import {readTranscript} from '../../source/playback/read-transcript.ts';
import type {TranscriptLine} from '../../source/playback/read-transcript.ts';
import type {StoredMessage} from '../../source/store/store.ts';

type Output = readonly [positionMs: number, text: string];

async function transcribe(...outputs: readonly Output[]): Promise<TranscriptLine[]> {
	return Array.fromAsync(readTranscript(encode(outputs)));
}

async function * encode(outputs: readonly Output[]): AsyncGenerator<StoredMessage> {
	const encoder = createEncoder({header: {host: 'h', rec: 'r', user: 'u', term: 'xterm', session: 1}, startedAt: 0});
	const lines = [
		...encoder.push({type: 'window', positionMs: 0, columns: 20, rows: 4}),
		...outputs.flatMap(([positionMs, text]) => encoder.push({type: 'output', positionMs, data: new TextEncoder().encode(text)})),
		...encoder.end(),
	];
	yield * lines;
}

const textsOf = (lines: readonly TranscriptLine[]): string[] => lines.map(({text}) => text);

test('lines that scrolled past in one burst are all there, in order', async t => {
	const lines = await transcribe([10, Array.from({length: 500}, (_, row) => `line ${row}\r\n`).join('')]);
	t.deepEqual(textsOf(lines), Array.from({length: 500}, (_, row) => `line ${row}`));
});

test('rows that one long line was wrapped into are joined', async t => {
	const long = 'the quick brown fox jumps over the lazy dog and on';
	t.deepEqual(textsOf(await transcribe([10, `${long}\r\nshort\r\n\n\n\n\n`])).filter(Boolean), [long, 'short']);
});

test('a wide character that did not fit leaves no blank in the joined line', async t => {
	const long = '一二三四五六七八九十'.repeat(2).slice(0, 15);
	t.deepEqual(textsOf(await transcribe([10, `x${long}\r\n\n\n\n\n`])).filter(Boolean), [`x${long}`]);
});

test('a line tells when it got its text and when it left', async t => {
	const lines = await transcribe([1000, 'first\r\n'], [5000, 'second\r\n'], [9000, 'third\r\nfourth\r\n'], [9100, 'fifth']);
	t.like(lines[0], {text: 'first', positionMs: 1000, untilMs: 9000});
	t.like(lines[1], {text: 'second', positionMs: 5000});
});

test('a cleared screen is kept', async t => {
	t.deepEqual(textsOf(await transcribe([10, 'gone\r\n'], [20, '\u{1B}[2J\u{1B}[Hafter'])), ['gone', 'after']);
});

test('the screen that a full-screen program left is kept, and the one below it', async t => {
	t.deepEqual(textsOf(await transcribe([10, 'shell\r\n\u{1B}[?1049h\u{1B}[Heditor'], [20, '\u{1B}[?1049lback'])), ['editor', 'shell', 'back']);
});

test('what is half written at the end is not text', async t => {
	t.deepEqual(textsOf(await transcribe([10, 'text\u{1B}[31'])), ['text']);
});

async function follow(...parts: ReadonlyArray<Output | 'pause'>): Promise<string[]> {
	const outputs = parts.filter(part => part !== pause);
	const messages = await Array.fromAsync(encodeEach(outputs));
	const mixed = parts.map(part => part === pause ? [pause] as const : messages[outputs.indexOf(part)] ?? []);
	return textsOf(await Array.fromAsync(readTranscript(toAsync(mixed.flat()))));
}

/** Each output in messages of its own. */
async function * encodeEach(outputs: readonly Output[]): AsyncGenerator<StoredMessage[]> {
	const encoder = createEncoder({header: {host: 'h', rec: 'r', user: 'u', term: 'xterm', session: 1}, startedAt: 0});
	let first = encoder.push({type: 'window', positionMs: 0, columns: 20, rows: 4});
	for (const [positionMs, text] of outputs) {
		yield [...first, ...encoder.push({type: 'output', positionMs, data: new TextEncoder().encode(text)}), ...encoder.flush()];
		first = [];
	}
}

async function * toAsync<Item>(items: readonly Item[]): AsyncGenerator<Item> {
	yield * items;
}

test('a followed line above the cursor is given in the second pause, and never again', async t => {
	t.deepEqual(await follow([10, 'one\r\ntwo\r\n$ '], pause, pause, pause, [5000, 'x\r\n\n\n\n'], pause), ['one', 'two', '$ x']);
});

test('a followed line that changes between two pauses is given as it stays', async t => {
	t.deepEqual(await follow([10, '10 %\r\n'], pause, [1000, '\u{1B}[A20 %\r\n'], pause, pause, [2000, '$ ']), ['20 %', '$']);
});

test('a followed long line is given once, joined', async t => {
	const long = 'the quick brown fox jumps over the lazy dog';
	t.deepEqual(await follow([10, `${long}\r\n`], pause, pause, [2000, 'a\r\nb\r\nc\r\nd\r\n'], pause, pause), [long, 'a', 'b', 'c', 'd']);
});

test('a full-screen program makes no followed line come twice', async t => {
	t.deepEqual(await follow([10, 'shell\r\n'], pause, pause, [1000, '\u{1B}[?1049h\u{1B}[Heditor\r\n'], pause, pause, [2000, '\u{1B}[?1049lback']), ['shell', 'editor', 'back']);
});

test('a followed blank line stays between its neighbours', async t => {
	t.deepEqual(await follow([10, 'a\r\n\r\n'], pause, pause, [1000, 'b\r\n'], pause, pause), ['a', '', 'b']);
});
