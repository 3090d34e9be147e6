import test from 'ava';
import fc from 'fast-check';
import {joinEvents} from '../../source/playback/join/join-events.ts';
import {readJoinedEvents} from '../../source/playback/join/read-joined-events.ts';
import {createWallClock} from '../../source/store/wall-clock.ts';
import type {ClockMark} from '../../source/store/wall-clock.ts';
import {describeLines} from '../../source/store/sqlite/events/describe-lines.ts';
import type {NewEvent, StoredEvent} from '../../source/store/store.ts';
import {systemClock} from '../../source/clock.ts';
import {makeCommand, makeOpening, recordedAt} from '../helpers/make-event.ts';
import {makeMessage, makeMessages} from '../helpers/make-message.ts';
import {makeSqliteStore} from '../helpers/temporary-store.ts';

const start: ClockMark = {positionMs: 0, at: recordedAt};
const key = {host: makeMessage().host, rec: makeMessage().rec};

test('without a clock that was set, position and time are one apart by the begin', t => {
	fc.assert(fc.property(fc.integer({min: 0, max: 1e9}), positionMs => {
		const clock = createWallClock([start]);
		t.is(clock.toPosition(clock.toTime(positionMs)), positionMs);
		t.is(clock.toTime(positionMs), recordedAt + positionMs);
	}));
});

test('each position comes back from the time that the clock showed there, however often it was set', t => {
	const marks = fc.array(fc.tuple(fc.integer({min: 1, max: 100_000}), fc.integer({min: -200_000, max: 200_000})), {maxLength: 4});
	fc.assert(fc.property(marks, fc.integer({min: 0, max: 500_000}), (steps, positionMs) => {
		let mark = start;
		const set = steps.map(([passedMs, stepMs]) => {
			mark = {positionMs: mark.positionMs + passedMs, at: mark.at + passedMs + stepMs};
			return mark;
		});
		const clock = createWallClock([start, ...set]);
		t.is(clock.toPosition(clock.toTime(positionMs), positionMs), positionMs);
	}));
});

test('a time that comes twice is the first place that is not behind what was told before', t => {
	const clock = createWallClock([start, {positionMs: 60_000, at: recordedAt}]);
	t.is(clock.toPosition(recordedAt + 1000), 1000);
	t.is(clock.toPosition(recordedAt + 1000, 60_500), 61_000);
});

test('a time that the clock went over is where it was set', t => {
	const clock = createWallClock([start, {positionMs: 5000, at: recordedAt + 3_605_000}]);
	t.is(clock.toPosition(recordedAt + 1_800_000), 5000);
});

function makeStored(event: NewEvent): StoredEvent {
	return {...event, action: describeLines(event.lines)};
}

test('events outside of the recording stand at its ends, and a login\'s own commands are noise', t => {
	const events = [-3000, 2000, 99_000].map(sinceMs => makeStored(makeCommand({sinceMs, serial: String(50_000 + sinceMs)})));
	const joined = joinEvents(events, createWallClock([start]), 10_000);
	t.deepEqual(joined.map(({positionMs, place, isNoise}) => [positionMs, place, isNoise]), [[0, 'before', true], [2000, 'within', false], [10_000, 'after', false]]);
});

test('serials tell the order of events when the clock is set back between them', t => {
	const events = [makeStored(makeCommand({sinceMs: 1000, serial: '9'})), makeStored(makeCommand({sinceMs: 59_000, serial: '10'})), makeStored(makeCommand({sinceMs: 1500, serial: '11'}))];
	const joined = joinEvents(events.toSorted((a, b) => a.at - b.at), createWallClock([start, {positionMs: 60_000, at: recordedAt + 1000}]), 100_000);
	t.deepEqual(joined.map(({event, positionMs}) => [event.serial, positionMs]), [['9', 1000], ['10', 59_000], ['11', 60_500]]);
});

test('a recording whose clock was set is read with its events at the right moments', async t => {
	const store = await makeSqliteStore(t, systemClock);
	const text = (id: number, positionMs: number, at: number): string => JSON.stringify({ver: '2.3', ...key, user: 'alice', term: 'xterm', session: 69, id, pos: positionMs, time: at / 1000, timing: '=80x24', in_txt: '', in_bin: [], out_txt: '', out_bin: []});
	const messages = [[1, 0, recordedAt], [2, 10_000, recordedAt + 10_000], [3, 20_000, recordedAt + 3_620_000]] as const;
	await store.addMessages(messages.map(([id, positionMs, at]) => makeMessage({id, positionMs, at, text: text(id, positionMs, at)})));
	await store.addEvents([makeCommand({sinceMs: 5000, serial: '1'}), makeCommand({at: recordedAt + 3_621_000, serial: '2'})]);
	const session = await store.getSession(key);
	const gaps = [{kind: 'clock', fromMs: 20_000, untilMs: 20_000, firstId: 3, lastId: 3, detail: ''}] as const;
	const joined = session === undefined ? [] : await readJoinedEvents(store, {session, lengthMs: 30_000, gaps});
	t.deepEqual(joined.map(({positionMs}) => positionMs), [5000, 21_000]);
});

test('a recording without a wall clock has no events', async t => {
	const store = await makeSqliteStore(t, systemClock);
	await store.addMessages(makeMessages(1, 3, {at: undefined}));
	await store.addEvents([makeCommand(), makeOpening()]);
	const session = await store.getSession(key);
	t.deepEqual(session === undefined ? undefined : await readJoinedEvents(store, {session, lengthMs: 2000, gaps: []}), []);
});
