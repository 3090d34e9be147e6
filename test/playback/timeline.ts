import test from 'ava';
import fc from 'fast-check';
import type {ActivitySpan, Gap} from '../../source/store/store.ts';
import {createTimeline} from '../../source/playback/timeline.ts';
import {checkProperty} from '../helpers/check-property.ts';

const limitMs = 2000;
const blank = {outputBytes: 0, inputBytes: 0, pauseMs: 0, isCut: false};

test('a pause longer than the idle limit takes the limit on the compressed scale', t => {
	const timeline = createTimeline({lengthMs: 12_000, idleLimitMs: limitMs, activity: [span(0, 500), span(10_500, 11_000)], gaps: []});
	t.is(timeline.toCompressed(500), 500);
	t.is(timeline.toCompressed(1500), 1500);
	t.is(timeline.toCompressed(9000), 2500);
	t.is(timeline.toCompressed(10_500), 2500);
	t.is(timeline.toCompressed(11_000), 3000);
	t.is(timeline.compressedMs, 4000);
});

test('the end of a pause that was cut is the instant after it', t => {
	const timeline = createTimeline({lengthMs: 11_000, idleLimitMs: limitMs, activity: [span(0, 500), span(10_500, 11_000)], gaps: []});
	t.is(timeline.toRecorded(2499), 2499);
	t.is(timeline.toRecorded(2500), 10_500);
	t.is(timeline.toRecorded(3000), 11_000);
});

test('the edge of a gap ends a pause', t => {
	const timeline = createTimeline({lengthMs: 20_000, idleLimitMs: limitMs, activity: [span(0, 0), span(20_000, 20_000)], gaps: [gap(6000, 8000)]});
	t.is(timeline.compressedMs, 6000);
	t.is(timeline.toCompressed(6000), 2000);
	t.is(timeline.toCompressed(8000), 4000);
});

test('a recording without events has scales of one point', t => {
	const timeline = createTimeline({lengthMs: 0, idleLimitMs: limitMs, activity: [], gaps: []});
	t.is(timeline.compressedMs, 0);
	t.is(timeline.toCompressed(5), 0);
	t.is(timeline.toRecorded(5), 0);
	t.deepEqual(timeline.heat(2), [blank, blank]);
});

test('heat tells where output was, all of it once', t => {
	const timeline = createTimeline({lengthMs: 4000, idleLimitMs: Infinity, activity: [{...span(0, 0), outputBytes: 10, inputBytes: 1}, {...span(2000, 4000), outputBytes: 30}], gaps: []});
	t.deepEqual(timeline.heat(4), [
		{...blank, outputBytes: 10, inputBytes: 1, pauseMs: 2000},
		{...blank, pauseMs: 2000},
		{...blank, outputBytes: 15, pauseMs: 2000},
		{...blank, outputBytes: 15},
	]);
});

test('heat tells where a pause was cut', t => {
	const timeline = createTimeline({lengthMs: 61_000, idleLimitMs: limitMs, activity: [span(0, 0), span(60_000, 61_000)], gaps: []});
	t.deepEqual(timeline.heat(3), [
		{...blank, outputBytes: 1, pauseMs: 60_000},
		{...blank, pauseMs: 60_000},
		{...blank, outputBytes: 1, pauseMs: 60_000, isCut: true},
	]);
});

const options = fc.record({
	pauses: fc.array(fc.record({pauseMs: fc.integer({min: 0, max: 20_000}), runMs: fc.integer({min: 0, max: 1000})}), {maxLength: 20}),
	gaps: fc.array(fc.record({fromMs: fc.nat(100_000), spanMs: fc.nat(5000)}), {maxLength: 4}),
	idleLimitMs: fc.constantFrom(1, 250, 2000, Infinity),
	restMs: fc.nat(5000),
}).map(({pauses, gaps, idleLimitMs, restMs}) => {
	const activity: ActivitySpan[] = [];
	let atMs = 0;
	for (const {pauseMs, runMs} of pauses) {
		activity.push(span(atMs + pauseMs, atMs + pauseMs + runMs));
		atMs += pauseMs + runMs;
	}

	return {lengthMs: atMs + restMs, activity, gaps: gaps.map(({fromMs, spanMs}) => gap(fromMs, fromMs + spanMs)), idleLimitMs};
});

test('the compressed scale never goes back and never runs faster than time', t => {
	checkProperty(t, fc.property(options, fc.array(fc.nat(500_000)), (given, positions) => {
		const timeline = createTimeline(given);
		const sorted = positions.filter(position => position <= given.lengthMs).toSorted((a, b) => a - b);
		return sorted.every((position, index) => {
			const before = sorted[index - 1] ?? 0;
			const passedMs = timeline.toCompressed(position) - timeline.toCompressed(before);
			return passedMs >= 0 && passedMs <= position - before;
		});
	}));
});

test('the compressed position of a recorded position taken from it is the same', t => {
	checkProperty(t, fc.property(options, fc.nat(500_000), (given, compressedMs) => {
		const timeline = createTimeline(given);
		const clampedMs = Math.min(compressedMs, timeline.compressedMs);
		return timeline.toCompressed(timeline.toRecorded(compressedMs)) === clampedMs;
	}));
});

test('without an idle limit both scales are the same', t => {
	checkProperty(t, fc.property(options, fc.nat(500_000), (given, position) => {
		const timeline = createTimeline({...given, idleLimitMs: Infinity});
		const clampedMs = Math.min(position, given.lengthMs);
		return timeline.compressedMs === given.lengthMs && timeline.toCompressed(position) === clampedMs && timeline.toRecorded(position) === clampedMs;
	}));
});

function span(fromMs: number, untilMs: number): ActivitySpan {
	return {fromMs, untilMs, outputBytes: 1, inputBytes: 0};
}

function gap(fromMs: number, untilMs: number): Gap {
	return {kind: 'missing', fromMs, untilMs, firstId: 1, lastId: 2, detail: ''};
}
