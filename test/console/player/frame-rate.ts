import test from 'ava';
import {createFrameRate} from '../../../source/console/player/frame-rate.ts';

/** A clock that stands still until it is moved, and the rate that reads it. */
function start(mostFps = 30) {
	let elapsedMs = 0;
	const rate = createFrameRate({now: () => 0, elapsedMs: () => elapsedMs}, mostFps);
	return {
		rate,
		pass(ms: number) {
			elapsedMs += ms;
		},
		drop(times: number) {
			for (let count = 0; count < times; count++) {
				rate.report({wasDropped: true, tookMs: 0});
			}
		},
	};
}

test('frames come at the rate asked for, a little early or late', t => {
	const {rate, pass} = start();
	t.true(rate.isDue());
	rate.report({wasDropped: false, tookMs: 1});
	pass(10);
	t.false(rate.isDue());
	pass(20);
	t.true(rate.isDue());
});

test('three dropped frames halve the rate, never below two a second', t => {
	const {rate, drop} = start();
	drop(2);
	t.is(rate.getFps(), 30);
	drop(1);
	t.is(rate.getFps(), 15);
	drop(30);
	t.is(rate.getFps(), 2);
});

test('a frame that takes long to write counts as dropped', t => {
	const {rate} = start();
	for (let count = 0; count < 3; count++) {
		rate.report({wasDropped: false, tookMs: 80});
	}

	t.is(rate.getFps(), 15);
});

test('after five seconds without a drop the rate doubles again', t => {
	const {rate, drop, pass} = start();
	drop(6);
	t.is(rate.getFps(), 7.5);
	pass(4999);
	rate.isDue();
	t.is(rate.getFps(), 7.5);
	pass(1);
	rate.isDue();
	t.is(rate.getFps(), 15);
	pass(5000);
	rate.isDue();
	pass(5000);
	rate.isDue();
	t.is(rate.getFps(), 30);
});

test('a rate below two a second that the person chose stays', t => {
	const {rate, drop} = start(1);
	drop(9);
	t.is(rate.getFps(), 1);
});
