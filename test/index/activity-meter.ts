import test from 'ava';
import fc from 'fast-check';
import {createActivityMeter} from '../../source/index/activity-meter.ts';
import type {Packet} from '../../source/format/recording/packet.ts';
import {checkProperty} from '../helpers/check-property.ts';

function output(positionMs: number, sizeBytes = 1): Packet {
	return {type: 'output', positionMs, data: new Uint8Array(sizeBytes)};
}

test('packets with pauses below 250 ms are one span, at most a second long', t => {
	const meter = createActivityMeter();
	for (const packet of [output(0), output(249), output(499), output(700), output(900), output(1001), output(1100)]) {
		meter.add(packet);
	}

	t.deepEqual(meter.read().map(({fromMs, untilMs}) => [fromMs, untilMs]), [[0, 249], [499, 1100]]);
});

test('input, output and sizes are all activity', t => {
	const meter = createActivityMeter();
	meter.add({type: 'window', positionMs: 0, columns: 80, rows: 24});
	meter.add({type: 'input', positionMs: 10, data: new Uint8Array(3)});
	meter.add(output(20, 5));
	t.deepEqual(meter.read(), [{fromMs: 0, untilMs: 20, outputBytes: 5, inputBytes: 3}]);
});

test('spans are in order, apart, and hold all bytes', t => {
	checkProperty(t, fc.property(fc.array(fc.record({pauseMs: fc.nat(600), sizeBytes: fc.nat(9)})), steps => {
		const meter = createActivityMeter();
		let positionMs = 0;
		for (const {pauseMs, sizeBytes} of steps) {
			positionMs += pauseMs;
			meter.add(output(positionMs, sizeBytes));
		}

		const spans = meter.read();
		const isApart = spans.every((span, index) => span.untilMs - span.fromMs <= 1000 && (index === 0 || span.fromMs > (spans[index - 1]?.untilMs ?? 0)));
		return isApart && spans.reduce((sum, span) => sum + span.outputBytes, 0) === steps.reduce((sum, step) => sum + step.sizeBytes, 0);
	}));
});
