import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import fc from 'fast-check';
import {startOfSegment} from '../../../recorder/agent/checkpoint.ts';
import {createCursor} from '../../../recorder/agent/cursor.ts';
import {addCut, createFollowed, describeSource} from '../../../recorder/agent/followed.ts';
import type {OutgoingMessage} from '../../../recorder/delivery/delivery.ts';
import {locateSegment} from '../../../recorder/spool/spool-file.ts';
import {parseMessage} from '../../../source/format/recording/parse-message.ts';
import {arbitraryRecording, joinBytes} from '../../helpers/arbitrary-frame.ts';
import {checkProperty} from '../../helpers/check-property.ts';
import {makeBegun} from '../../helpers/make-begun.ts';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';

const corpus = fileURLToPath(new URL('../../../../fixtures/spool', import.meta.url));
const recording = '0123456789abcdef0123456789abcdef-1f-2e';
const spool = makeTemporaryFolder('scribery-hostile-');
mkdirSync(path.join(spool, '1000'));

type Damage = (bytes: Uint8Array) => Uint8Array;

const anyDamage: fc.Arbitrary<Damage> = fc.oneof(
	fc.tuple(fc.nat(), fc.nat(255)).map(([at, value]): Damage => bytes => bytes.map((byte, index) => index === at % Math.max(1, bytes.length) ? value : byte)),
	fc.nat().map((at): Damage => bytes => bytes.subarray(0, at % (bytes.length + 1))),
	fc.tuple(fc.nat(), fc.uint8Array({maxLength: 200})).map(([at, garbage]): Damage => bytes => joinBytes([bytes.subarray(0, at % (bytes.length + 1)), garbage, bytes.subarray(at % (bytes.length + 1))])),
	fc.tuple(fc.nat(), fc.nat(), fc.nat(500)).map(([from, to, length]): Damage => bytes => { // A piece of it once more, somewhere else.
		const piece = bytes.slice(from % (bytes.length + 1)).subarray(0, length);
		return joinBytes([bytes.subarray(0, to % (bytes.length + 1)), piece, bytes.subarray(to % (bytes.length + 1))]);
	}),
	fc.tuple(fc.nat(), fc.nat(300)).map(([at, length]): Damage => bytes => joinBytes([bytes.subarray(0, at % (bytes.length + 1)), bytes.subarray((at % (bytes.length + 1)) + length)])),
);

test('whatever is in the spool becomes a recording that can be read and that ends', t => {
	checkProperty(t, fc.property(fc.array(fc.tuple(arbitraryRecording, fc.array(anyDamage, {maxLength: 4})), {minLength: 1, maxLength: 3}), fc.integer({min: 1, max: 5000}), (segments, bufferBytes) => {
		const files = segments.map(([{frames}, damages]) => {
			let bytes: Uint8Array = joinBytes(frames.map(({printed}) => printed));
			for (const damage of damages) {
				bytes = damage(bytes);
			}

			return bytes;
		});
		checkReadable(t, read(files, bufferBytes));
	}), {numRuns: 300});
});

test('random bytes become a recording that says how many could not be read', t => {
	checkProperty(t, fc.property(fc.uint8Array({minLength: 24, maxLength: 3000}), bytes => {
		const messages = read([bytes], 4096);
		checkReadable(t, messages);
		t.is(messages.length, 1);
		t.regex(messages[0]?.text ?? '', /"ending":"broken","(?:damaged|torn)":\d+/v);
	}));
});

for (const name of readdirSync(corpus)) {
	test(`the kept input ${name} is read as noted beside it`, t => {
		const folder = path.join(corpus, name);
		const files = readdirSync(folder).filter(file => file.endsWith('.frames')).toSorted().map(file => readFileSync(path.join(folder, file)));
		const messages = read(files, 100);
		checkReadable(t, messages);
		const told = messages.map(({text}) => `${text}\n`).join('');
		const noted = path.join(folder, 'messages.jsonl');
		if (process.env.SCRIBERY_WRITE_FRAMES === '1') {
			writeFileSync(noted, told);
		}

		t.is(told, readFileSync(noted, 'utf8'));
	});
}

/** Numbers count from 1, positions never go back, each line is whole, and only the last one ends it. */
function checkReadable(t: ExecutionContext, messages: readonly OutgoingMessage[]): void {
	let lastMs = 0;
	for (const [index, {id, text}] of messages.entries()) {
		const message = parseMessage(text);
		t.is(id, index + 1);
		t.is(message.id, id);
		t.true(message.positionMs >= lastMs);
		lastMs = message.positionMs;
		t.is(text.includes('"ending":'), index === messages.length - 1);
	}
}

/** All messages of a recording whose recorder has ended, segment by segment. */
function read(segments: readonly Uint8Array[], bufferBytes: number): OutgoingMessage[] {
	const followed = createFollowed({userId: 1000, recording});
	followed.isDead = true;
	addCut(followed, [0, 100]);
	for (const [segment, bytes] of segments.entries()) {
		writeFileSync(locateSegment(spool, {userId: 1000, recording, segment}), bytes);
		followed.segments.add(segment);
	}

	const cursor = createCursor({source: describeSource(followed, makeBegun(), spool), from: startOfSegment(0), buffer: new Uint8Array(bufferBytes), elapsedMs: () => 0});
	let result = cursor.read();
	while (result === 'more') {
		result = cursor.read();
	}

	const messages: OutgoingMessage[] = [];
	for (let next = cursor.peek(); next !== undefined; next = cursor.peek()) {
		cursor.take();
		if (next.message !== undefined) {
			messages.push(next.message);
		}
	}

	return messages;
}
