import process from 'node:process';
import test from 'ava';
import fc from 'fast-check';
import {createEmulator} from '../../source/terminal/create-emulator.ts';
import {checkProperty} from '../helpers/check-property.ts';
import {feedTraffic, lookAt, terminalTraffic} from '../helpers/terminal-traffic.ts';

test('an emulator restored from a keyframe goes on like the one it was taken from', t => {
	const size = fc.record({columns: fc.integer({min: 2, max: 20}), rows: fc.integer({min: 1, max: 6})});
	const traffic = fc.array(terminalTraffic, {maxLength: 40});
	checkProperty(t, fc.property(size, traffic, traffic, (start, before, after) => {
		const original = createEmulator(start);
		feedTraffic(original, before);
		fc.pre(original.isAtRest());
		const restored = createEmulator(original);
		restored.write(original.keyframe());
		return lookAt(original) === lookAt(restored) && after.every(piece => {
			feedTraffic(original, [piece]);
			feedTraffic(restored, [piece]);
			return lookAt(original) === lookAt(restored);
		});
	}), {numRuns: Number(process.env.SCRIBERY_RUNS ?? 300)});
});
