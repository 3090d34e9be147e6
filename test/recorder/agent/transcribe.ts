import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {startOfSegment} from '../../../recorder/agent/checkpoint.ts';
import type {Checkpoint} from '../../../recorder/agent/checkpoint.ts';
import {parseState} from '../../../recorder/agent/parse-state.ts';
import {printState} from '../../../recorder/agent/print-state.ts';
import {createTranscriber} from '../../../recorder/agent/transcribe.ts';
import type {TranscriberOptions} from '../../../recorder/agent/transcribe.ts';
import type {Transcribed} from '../../../recorder/agent/transcribed.ts';
import type {Frame} from '../../../source/format/frames/frame.ts';
import {createFrameReader} from '../../../source/format/frames/frame-reader.ts';
import {printFrame} from '../../../source/format/frames/print-frame.ts';
import {parseMessage} from '../../../source/format/recording/parse-message.ts';
import {joinBytes} from '../../helpers/arbitrary-frame.ts';
import {checkProperty} from '../../helpers/check-property.ts';
import {makeBegun} from '../../helpers/make-begun.ts';

const seed = 0xAB_CD_12_34;
const start: Frame = {type: 'start', entries: [['v', Buffer.from('1')], ['seed', Buffer.from(seed.toString(16))]]};

const anyBytes = fc.oneof(
	fc.uint8Array({maxLength: 300}),
	fc.constantFrom('Password: ', 'secret\r', 'ls\r\n', '\u{3}', 'ä€😀', '"\\\u{7F}').map(text => new TextEncoder().encode(text)),
	fc.array(fc.constantFrom(0x41, 0x80, 0xC2, 0xE2, 0xF0, 0xFF), {maxLength: 40}).map(list => Uint8Array.from(list)),
);
const anyFrame: fc.Arbitrary<Frame> = fc.oneof(
	{weight: 4, arbitrary: fc.record({type: fc.constantFrom('output', 'drained', 'error', 'input'), data: anyBytes})},
	fc.record({type: fc.constant('window'), columns: fc.nat(200), rows: fc.nat(100)}),
	fc.record({type: fc.constant('echo'), isEchoed: fc.boolean(), isLineMode: fc.boolean()}),
	fc.record({type: fc.constant('gap'), lostBytes: fc.nat(1_000_000), sinceUs: fc.nat(10_000_000), errno: fc.constant(28)}),
	fc.constant(start),
);
const anyRecording = fc.record({
	frames: fc.array(fc.tuple(anyFrame, fc.oneof(fc.constant(0), fc.nat(400_000))), {maxLength: 25}),
	end: fc.option(fc.record({type: fc.constant('end' as const), how: fc.constantFrom('exit' as const, 'signal' as const), code: fc.nat(64), cause: fc.constantFrom(0, 1)})),
	/** Indexes of frames before which a message was finished by the clock. */
	cuts: fc.array(fc.nat(25), {maxLength: 4}),
	/** Bytes flipped. */
	damage: fc.array(fc.nat(20_000), {maxLength: 2}),
	settings: fc.record({payloadBytes: fc.oneof(fc.integer({min: 32, max: 90}), fc.constant(2048)), limit: fc.record({action: fc.constantFrom('pass', 'drop', 'delay'), bytesPerSecond: fc.integer({min: 1, max: 5000}), burstBytes: fc.nat(500)})}),
});

test('a transcriber made anew behind any message makes the same messages from there on', t => {
	checkProperty(t, fc.property(anyRecording, ({frames, end, cuts, damage, settings}) => {
		const {bytes, offsets} = print([...frames, ...end === null ? [] : [[end, 10] as const]]);
		for (const at of damage) {
			bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 0x55;
		}

		const places = new Set(cuts.map(index => offsets[index % offsets.length]));
		const options = {begun: makeBegun(settings), isCut: ({offset}: {readonly offset: number}) => places.has(offset)};
		const all = transcribe(bytes, {...options, from: startOfSegment(0)});
		t.true(all.at(-1)?.checkpoint.isEnded);
		for (const [index, {checkpoint}] of all.slice(0, -1).entries()) {
			const again = transcribe(bytes, {...options, from: throughFile(checkpoint)});
			t.deepEqual(again.map(each => each.message?.text), all.slice(index + 1).map(each => each.message?.text));
		}
	}), {numRuns: 300});
});

test('numbers count from 1 without a hole, and what is pushed comes out', t => {
	checkProperty(t, fc.property(anyRecording, ({frames, settings}) => {
		const {bytes} = print(frames);
		const messages = transcribe(bytes, {begun: makeBegun({payloadBytes: settings.payloadBytes, masksSecrets: false}), isCut: () => false, from: startOfSegment(0)}).flatMap(({message}) => message ?? []);
		t.deepEqual(messages.map(({id}) => id), messages.map((_, index) => index + 1));
		const packets = messages.flatMap(({text}) => parseMessage(text).packets);
		for (const type of ['output', 'input'] as const) {
			const pushed = joinBytes(frames.flatMap(([frame]) => 'data' in frame && (frame.type === 'input') === (type === 'input') ? [frame.data] : []));
			t.deepEqual(joinBytes(packets.flatMap(packet => packet.type === type ? [packet.data] : [])), pushed);
		}
	}));
});

test('a password typed without echo is recorded as eight stars', t => {
	const {text} = last(transcribeFrames([
		{type: 'echo', isEchoed: false, isLineMode: true},
		{type: 'input', data: Buffer.from('hun')},
		{type: 'input', data: Buffer.from('ter2\r')},
		{type: 'echo', isEchoed: true, isLineMode: true},
		{type: 'input', data: Buffer.from('ls\r')},
	]));
	t.is(inputOf(text), '********\rls\r');
	t.true(text.includes(',"echo":[[0,0,1],[3,1,1]]'));
});

test('where the change of echo is lost, a password typed at a prompt is recorded as eight stars, and other keys as they were', t => {
	const off: Frame = {type: 'echo', isEchoed: false, isLineMode: true};
	const frames: readonly Frame[] = [{type: 'output', data: Buffer.from('Password: ')}, off, {type: 'input', data: Buffer.from('hunter2\r')}, {type: 'input', data: Buffer.from('ls\r')}];
	const {bytes, offsets} = print(frames.map(frame => [frame, 1000] as const));
	const options = {begun: makeBegun(), isCut: () => false, from: startOfSegment(0)};
	const at = offsets[2] ?? 0;
	for (const lost of [bytes.with(at + 24, 7), Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(offsets[3]))]) {
		const {text} = last(transcribe(lost, options).flatMap(({message}) => message ?? []));
		t.is(inputOf(text), '********\rls\r');
	}
});

test('a password typed at the prompt of another host is recorded as eight stars', t => {
	const raw = {type: 'echo', isEchoed: false, isLineMode: false} as const;
	const {text} = last(transcribeFrames([raw, {type: 'input', data: Buffer.from('ssh b\r')}, {type: 'output', data: Buffer.from('ann@b\'s password: ')}, {type: 'input', data: Buffer.from('hunter2\r')}, {type: 'input', data: Buffer.from('ls\r')}]));
	t.is(inputOf(text), 'ssh b\r********\rls\r');
});

test('how it ended, by which signal, what was lost and what was never shown stand in fields of their own', t => {
	const messages = transcribeFrames([
		{type: 'output', data: Buffer.from('a')},
		{type: 'gap', lostBytes: 77, sinceUs: 5_000_100, errno: 28},
		{type: 'drained', data: Buffer.from('b')},
		{type: 'end', how: 'signal', code: 1, cause: 1},
	]);
	const [first, second] = messages.map(({text}) => text);
	t.true(first?.endsWith('"out_txt":"a","out_bin":[],"login":{"uid":1000}}'));
	t.true(second?.endsWith('"out_txt":"b","out_bin":[],"gap":{"pos":1,"since":0,"errno":28},"ending":"signal","cause":"HUP","lost":77,"unseen":1,"exit":"HUP"}'));
});

test('a session that was only counted tells how much it carried', t => {
	const {text, exit} = last(transcribeFrames([{type: 'bytes', input: 3, output: 4, error: 5}, {type: 'end', how: 'exit', code: 5, cause: 0}]));
	t.true(text.includes(',"login":{"uid":1000},"carried":{"in":3,"out":4,"err":5},"ending":"exit","exit":"5"}'));
	t.is(exit, '5');
});

test('a recording whose recorder was killed ends with a message that says so', t => {
	t.true(last(transcribeFrames([{type: 'output', data: Buffer.from('a')}])).text.endsWith('"ending":"broken"}'));
});

test('notes never make a line much longer than its payload, however often the terminal changes', t => {
	const frames = Array.from({length: 5000}, (_, index): Frame[] => [{type: 'echo', isEchoed: index % 2 === 0, isLineMode: true}, {type: 'input', data: Buffer.from('x')}]).flat();
	t.true(transcribeFrames(frames).every(({text}) => text.length < 2048 + 1024));
});

function transcribeFrames(frames: readonly Frame[]) {
	const {bytes} = print(frames.map(frame => [frame, 1000] as const));
	return transcribe(bytes, {begun: makeBegun(), isCut: () => false, from: startOfSegment(0)}).flatMap(({message}) => message ?? []);
}

function last<Item>(items: readonly Item[]): Item {
	const [item] = items.slice(-1);
	if (item === undefined) {
		throw new Error('there is none');
	}

	return item;
}

function inputOf(text: string): string {
	return Buffer.concat(parseMessage(text).packets.flatMap(packet => packet.type === 'input' ? [packet.data] : [])).toString();
}

function print(frames: ReadonlyArray<readonly [frame: Frame, delayUs: number]>): {readonly bytes: Uint8Array; readonly offsets: readonly number[]} {
	let atUs = 5_000_000;
	let offset = 0;
	const offsets: number[] = [];
	const printed = [[start, 0] as const, ...frames].map(([frame, delayUs], number) => {
		atUs += delayUs;
		offsets.push(offset);
		const bytes = printFrame(frame, {number, atUs, seed});
		offset += bytes.length;
		return bytes;
	});
	return {bytes: joinBytes(printed), offsets};
}

/** All that is in a segment, from a checkpoint on. */
function transcribe(bytes: Uint8Array, options: TranscriberOptions): Transcribed[] {
	const transcriber = createTranscriber(options);
	const reader = createFrameReader(options.from.place);
	const taken = [...reader.push(bytes.subarray(options.from.place.offset)), ...reader.end()].flatMap(event => transcriber.take(event));
	return [...taken, ...transcriber.breakOff()];
}

/** As the agent that comes after would have it. */
function throughFile(checkpoint: Checkpoint): Checkpoint {
	const state = parseState(printState({marks: {}, recordings: [{recording: 'r', begun: makeBegun(), cuts: [], cursors: {file: checkpoint}}]}), 'state.json');
	return state.recordings[0]?.cursors.file ?? startOfSegment(0);
}
