import {crc32} from 'node:zlib';
import test from 'ava';
import fc from 'fast-check';
import {computeChecksum, undoChecksum} from '../../../source/format/frames/checksum.ts';
import type {FrameEvent} from '../../../source/format/frames/frame-reader.ts';
import {createFrameReader, segmentStart} from '../../../source/format/frames/frame-reader.ts';
import {headBytes, largestPayloadBytes} from '../../../source/format/frames/layout.ts';
import {printFrame} from '../../../source/format/frames/print-frame.ts';
import {arbitraryRecording, joinBytes} from '../../helpers/arbitrary-frame.ts';
import type {PrintedRecording} from '../../helpers/arbitrary-frame.ts';
import {checkProperty} from '../../helpers/check-property.ts';

const seed = 0x12_34_56_78;
const encoder = new TextEncoder();
const start = printFrame({type: 'start', entries: [['v', encoder.encode('1')], ['seed', encoder.encode('12345678')]]}, {number: 0, atUs: 1, seed});

function printOutput(text: string, number: number): Uint8Array {
	return printFrame({type: 'output', data: encoder.encode(text)}, {number, atUs: number + 1, seed});
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
	return bytes.with(at, (bytes.at(at) ?? 0) ^ 1);
}

function readAll(bytes: Uint8Array, position = segmentStart): FrameEvent[] {
	const reader = createFrameReader(position);
	return [...reader.push(bytes), ...reader.end()];
}

/** What was shown, and each other fact as a word with its numbers. */
function tell(events: readonly FrameEvent[]): string[] {
	return events.map(event => {
		switch (event.type) {
			case 'frame': {
				return event.frame.type === 'output' ? new TextDecoder().decode(event.frame.data) : event.frame.type;
			}

			case 'damage': {
				return `${event.part} damaged ${event.offset}-${event.endOffset}`;
			}

			case 'disorder': {
				return `${event.found} for ${event.expected}`;
			}

			case 'seed': {
				return `seed ${event.seed.toString(16)}`;
			}

			case 'torn': {
				return `torn ${event.offset}-${event.endOffset}`;
			}

			default: {
				return event satisfies never;
			}
		}
	});
}

function framesOf(events: readonly FrameEvent[]): unknown[] {
	return events.flatMap(event => event.type === 'frame' ? [{frame: event.frame, number: event.number, atUs: event.atUs}] : []);
}

function expectedOf({frames}: PrintedRecording): unknown[] {
	return frames.map(({frame, number, atUs}) => ({frame, number, atUs}));
}

function printAll({frames}: PrintedRecording): Uint8Array<ArrayBuffer> {
	return joinBytes(frames.map(({printed}) => printed));
}

test('the checksum is zlib\'s CRC-32, from any number on', t => {
	checkProperty(t, fc.property(fc.uint8Array({maxLength: 100}), fc.nat(0xFF_FF_FF_FF), (data, value) => {
		t.is(computeChecksum(data, value), crc32(data, value));
	}));
});

test('the number that a checksum started from is found by its bytes', t => {
	checkProperty(t, fc.property(fc.uint8Array({maxLength: 100}), fc.nat(0xFF_FF_FF_FF), (data, value) => {
		t.is(undoChecksum(data, computeChecksum(data, value)), value);
	}));
});

test('what is printed is read back, wherever the bytes are cut', t => {
	checkProperty(t, fc.property(arbitraryRecording, fc.array(fc.nat(4000)), (recording, cuts) => {
		const printed = printAll(recording);
		const reader = createFrameReader();
		const events = [0, ...cuts.filter(cut => cut < printed.length).toSorted((a, b) => a - b)]
			.flatMap((from, index, all) => structuredClone(reader.push(printed.slice(from, all[index + 1]))));
		t.deepEqual(framesOf([...events, ...reader.end()]), expectedOf(recording));
	}));
});

test('reading goes on at any position a reader gave, with the facts the first would have told', t => {
	checkProperty(t, fc.property(arbitraryRecording, fc.nat(), (recording, cutSeed) => {
		const printed = printAll(recording);
		const cut = cutSeed % (printed.length + 1);
		const first = createFrameReader();
		const events = structuredClone(first.push(printed.subarray(0, cut)));
		const position = first.position();
		t.deepEqual(framesOf([...events, ...readAll(printed.slice(position.offset), position)]), expectedOf(recording));
	}));
});

test('a cut segment gives its whole frames, and is torn unless it was cut between two', t => {
	checkProperty(t, fc.property(arbitraryRecording, fc.nat(), (recording, cutSeed) => {
		const printed = printAll(recording);
		const cut = cutSeed % (printed.length + 1);
		const whole = recording.frames.filter((_, index) => joinBytes(recording.frames.slice(0, index + 1).map(frame => frame.printed)).length <= cut);
		const wholeBytes = joinBytes(whole.map(frame => frame.printed)).length;
		const events = readAll(printed.slice(0, cut));
		t.deepEqual(framesOf(events), expectedOf({...recording, frames: whole}));
		t.deepEqual(events.filter(event => event.type !== 'frame'), cut === wholeBytes ? [] : [{type: 'torn', offset: wholeBytes, endOffset: cut}]);
	}));
});

test('each flipped bit is noticed, and costs no frame but the one it stands in', t => {
	checkProperty(t, fc.property(arbitraryRecording.filter(({frames}) => frames.length > 1), fc.nat(), (recording, place) => {
		const printed = printAll(recording);
		const from = headBytes; // The head of the start takes the seed with it.
		const bit = (from * 8) + (place % ((printed.length - from) * 8));
		const index = Math.floor(bit / 8);
		printed[index] = (printed[index] ?? 0) ^ (1 << (bit % 8));
		const events = readAll(printed);
		let end = 0;
		const hit = recording.frames.findIndex(frame => {
			end += frame.printed.length;
			return index < end;
		});
		t.deepEqual(framesOf(events), expectedOf({...recording, frames: recording.frames.filter((_, position) => position !== hit)}));
		t.true(events.some(event => event.type === 'damage' || event.type === 'torn'));
	}));
});

test('any bytes are read without an error and told about once each, in their order', t => {
	checkProperty(t, fc.property(fc.uint8Array({maxLength: 400}), arbitraryRecording, fc.uint8Array({maxLength: 400}), (before, recording, after) => {
		const bytes = joinBytes([before, printAll(recording), after]);
		let at = 0;
		for (const event of readAll(bytes)) {
			if (event.type === 'disorder' || event.type === 'seed') {
				continue;
			}

			t.is(event.offset, at);
			at = event.endOffset;
		}

		t.is(at, bytes.length);
	}));
});

test('the seed of a damaged start is found by the frame that follows, and only there', t => {
	const broken = flip(start, 30);
	const damaged = `payload damaged 0-${start.length}`;
	const [one, two, forged] = [printOutput('one', 1), printOutput('two', 2), printFrame({type: 'output', data: encoder.encode('forged')}, {number: 1, atUs: 3, seed: 0})];
	t.deepEqual(tell(readAll(joinBytes([broken, one, two]))), [damaged, 'seed 12345678', 'one', 'two']);
	t.deepEqual(tell(readAll(joinBytes([broken, flip(one, -1), two]))), [damaged, `payload damaged ${start.length}-${start.length + one.length}`, 'seed 12345678', 'two']);
	t.deepEqual(tell(readAll(joinBytes([broken, two, forged]))), [damaged, `head damaged ${start.length}-${start.length + two.length + forged.length}`]);
	t.deepEqual(tell(readAll(joinBytes([broken, one]), {offset: 0, number: 0, seed})), [damaged, 'one']);
});

test('a start whose head is damaged makes the segment unreadable, whatever was printed in it', t => {
	const bytes = joinBytes([flip(start, 6), printOutput('one', 1), printFrame({type: 'output', data: encoder.encode('forged')}, {number: 1, atUs: 3, seed: 0})]);
	t.deepEqual(tell(readAll(bytes)), [`head damaged 0-${bytes.length}`]);
	t.deepEqual(tell(readAll(joinBytes([flip(start, 6), printOutput('one', 1)]), {offset: 0, number: 0, seed})), [`head damaged 0-${start.length}`, '1 for 0', 'one']);
});

test('missing, doubled and reordered frames are told by their numbers', t => {
	const [one, two, three] = [printOutput('one', 1), printOutput('two', 2), printOutput('three', 3)];
	t.deepEqual(tell(readAll(joinBytes([start, one, three]))), ['start', 'one', '3 for 2', 'three']);
	t.deepEqual(tell(readAll(joinBytes([start, one, one, two]))), ['start', 'one', '1 for 2', 'one', 'two']);
	t.deepEqual(tell(readAll(joinBytes([start, two, one]))), ['start', '2 for 1', 'two', '1 for 3', 'one']);
});

test('garbage between frames is skipped and measured', t => {
	const garbage = new Uint8Array(1000).fill(0x48);
	const bytes = joinBytes([start, printOutput('one', 1), garbage, printOutput('two', 2)]);
	const from = start.length + headBytes + 3;
	t.deepEqual(tell(readAll(bytes)), ['start', 'one', `head damaged ${from}-${from + 1000}`, 'two']);
});

test('frames printed on the terminal, by one who cannot know the seed, are not taken for frames, whatever is damaged', t => {
	const forged = joinBytes([
		printFrame({type: 'output', data: encoder.encode('forged')}, {number: 2, atUs: 3, seed: 0}),
		printFrame({type: 'start', entries: [['v', encoder.encode('1')], ['seed', encoder.encode('00000000')]]}, {number: 3, atUs: 4, seed: 0}),
	]);
	const carrier = printFrame({type: 'output', data: forged}, {number: 1, atUs: 2, seed});
	carrier[5] = (carrier[5] ?? 0) ^ 1;
	const bytes = joinBytes([start, carrier, printOutput('two', 2)]);
	t.deepEqual(tell(readAll(bytes)), ['start', `head damaged ${start.length}-${start.length + carrier.length}`, '2 for 1', 'two']);
});

test('a length that no frame has is not waited for', t => {
	const long = printFrame({type: 'output', data: new Uint8Array(largestPayloadBytes + 1)}, {number: 1, atUs: 2, seed});
	const reader = createFrameReader();
	reader.push(start);
	t.deepEqual(tell(reader.push(joinBytes([long, printOutput('two', 2)]))), [`head damaged ${start.length}-${start.length + long.length}`, '2 for 1', 'two']);
});

test('the longest frame is read, one byte at a time', t => {
	const reader = createFrameReader();
	const bytes = joinBytes([start, printOutput('x'.repeat(largestPayloadBytes), 1)]);
	const events = [reader.push(bytes.subarray(0, -3)), reader.push(bytes.subarray(-3, -2)), reader.push(bytes.subarray(-2, -1)), reader.push(bytes.subarray(-1))].flat();
	t.deepEqual(tell(events), ['start', 'x'.repeat(largestPayloadBytes)]);
});
