import process from 'node:process';
import test from 'ava';
import {createDeadline, createGate} from '../../../recorder/rec/gate.ts';
import {systemClock} from '../../../source/clock.ts';

test('a gate opens at the latest of the moments asked for, and once', async t => {
	const startMs = systemClock.elapsedMs();
	const openings: number[] = [];
	const {promise, resolve} = Promise.withResolvers<void>();
	const gate = createGate(() => {
		openings.push(systemClock.elapsedMs() - startMs);
		resolve();
	});
	const deadline = createDeadline(gate, 'limit', systemClock);
	for (const delayMs of [20, 120, 60]) {
		deadline.holdUntil(startMs + delayMs);
	}

	t.false(gate.isOpen());
	await promise;
	t.true(gate.isOpen());
	t.is(openings.length, 1);
	t.true((openings[0] ?? 0) >= 120);
});

test('a deadline called off leaves no timer behind', t => {
	const gate = createGate(() => {
		t.fail();
	});
	const timers = (): number => process.getActiveResourcesInfo().filter(kind => kind === 'Timeout').length;
	const before = timers();
	const deadline = createDeadline(gate, 'limit', systemClock);
	deadline.holdUntil(systemClock.elapsedMs() + 60_000);
	t.is(timers(), before + 1);
	deadline.cancel();
	t.is(timers(), before);
});
