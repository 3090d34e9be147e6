import test from 'ava';
import {createKeyframeMaker} from '../../source/index/keyframe-maker.ts';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import {feedPacket} from '../../source/terminal/feed-packet.ts';
import {isSamePicture, takePicture} from '../../source/terminal/picture.ts';
import type {Packet} from '../../source/format/recording/packet.ts';
import type {Keyframe} from '../../source/store/store.ts';

const size = {columns: 80, rows: 24};
const kilobyte = 'The quick brown fox jumps over the lazy dog, and \u{1B}[31mthe dog\u{1B}[m sleeps on.\r\n'.repeat(14).slice(0, 1024);

function makeKeyframes(packets: readonly Packet[]): readonly Keyframe[] {
	const emulator = createEmulator(size);
	const maker = createKeyframeMaker(emulator);
	for (const [packet, each] of packets.entries()) {
		feedPacket(emulator, each);
		maker.add(each, {id: 1, packet: packet + 1});
	}

	return maker.take();
}

function write(positionMs: number, text: string): Packet {
	return {type: 'output', positionMs, data: new TextEncoder().encode(text)};
}

test('a keyframe is taken each 512 KiB of output', t => {
	const keyframes = makeKeyframes(Array.from({length: 1600}, (_, index) => write(index, kilobyte)));
	t.deepEqual(keyframes.map(({outputBytes}) => outputBytes / 1024), [512, 1024, 1536]);
});

test('a keyframe is taken after a minute with at least 64 KiB of output', t => {
	const quiet = Array.from({length: 300}, (_, index) => write(index * 1000, '.'));
	t.is(makeKeyframes(quiet).length, 0);
	const busy = Array.from({length: 180}, (_, index) => write(index * 1000, kilobyte));
	t.deepEqual(makeKeyframes(busy).map(({positionMs}) => positionMs), [63_000, 127_000]);
});

test('a keyframe is taken at a new size', t => {
	const packets = [...Array.from({length: 64}, (_, index) => write(index, kilobyte)), {type: 'window' as const, positionMs: 70, columns: 100, rows: 30}, write(80, 'x')];
	t.like(makeKeyframes(packets)[0], {positionMs: 70, columns: 100, rows: 30, packet: 65});
});

test('no keyframe is taken inside a sequence', t => {
	const packets = [...Array.from({length: 511}, (_, index) => write(index, kilobyte)), write(600, `${kilobyte}\u{1B}[3`), write(700, '1mred'), write(800, 'x')];
	t.like(makeKeyframes(packets)[0], {positionMs: 700});
});

test('from a keyframe the rest of a recording looks as from its start', t => {
	const packets = Array.from({length: 1000}, (_, index) => write(index, `\u{1B}[${index % 30};${index % 70}H${kilobyte}`));
	const keyframe = makeKeyframes(packets)[0];
	const whole = createEmulator(size);
	const restored = createEmulator(size);
	restored.write(keyframe?.ansi ?? '');
	for (const [index, packet] of packets.entries()) {
		feedPacket(whole, packet);
		if (index >= (keyframe?.packet ?? 0)) {
			feedPacket(restored, packet);
		}
	}

	t.true(isSamePicture(takePicture(whole), restored));
});
