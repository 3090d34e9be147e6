import test from 'ava';
import fc from 'fast-check';
import {indexSession} from '../../source/index/index-session.ts';
import {openPlayback} from '../../source/playback/open-playback.ts';
import {takePicture} from '../../source/terminal/picture.ts';
import {addInBatches, makeLongRecording} from '../helpers/long-recording.ts';
import {makeSqliteStore} from '../helpers/temporary-store.ts';

const clock = {now: () => Date.UTC(2026, 10, 24), elapsedMs: () => 0};

test('with keyframes, the screen after any seeks and steps is that of a replay from the start', async t => {
	const messages = await makeLongRecording(2_000_000);
	const key = {host: messages[0]?.host ?? '', rec: messages[0]?.rec ?? ''};
	const [indexed, plain] = [await makeSqliteStore(t, clock), await makeSqliteStore(t, clock)];
	await addInBatches(indexed, messages);
	await addInBatches(plain, messages);
	const index = await indexSession(indexed, key);
	t.true(index.keyframes.length > 10);

	const playback = await openPlayback(indexed, key);
	const linear = await openPlayback(plain, key);
	t.is(playback.lengthMs, linear.lengthMs);
	t.deepEqual(playback.gaps, linear.gaps);
	t.deepEqual(playback.resizes, linear.resizes);
	t.deepEqual(playback.activity, linear.activity);
	const move = fc.oneof(fc.double({min: 0, max: 1, noNaN: true}), fc.constantFrom('forward' as const, 'back' as const));
	const positions = fc.uniqueArray(fc.integer({min: 0, max: playback.lengthMs}), {minLength: 12, maxLength: 12}).map(list => list.toSorted((a, b) => a - b));
	await fc.assert(fc.asyncProperty(positions, fc.infiniteStream(move), async (targets, moves) => {
		// The linear replay goes forward only; the other one wanders before each comparison.
		await linear.seek(0);
		for (const target of targets) {
			for (const step of moves.take(3)) {
				await (typeof step === 'number' ? playback.seek(Math.round(step * playback.lengthMs)) : (step === 'forward' ? playback.stepForward() : playback.stepBack()));
			}

			await playback.seek(target);
			await linear.advance(target);
			t.deepEqual(takePicture(playback.emulator), takePicture(linear.emulator));
		}
	}), {numRuns: 4});
	await playback.close();
	await linear.close();
});

test('a playback of a living recording sees what comes, as if it had been there', async t => {
	const messages = await makeLongRecording(1);
	const key = {host: messages[0]?.host ?? '', rec: messages[0]?.rec ?? ''};
	const store = await makeSqliteStore(t, clock);
	await store.addMessages(messages.slice(0, 10));
	await indexSession(store, key);
	await store.addMessages(messages.slice(10, 20));
	const playback = await openPlayback(store, key);
	t.false(await playback.refresh());
	await playback.seek(playback.lengthMs);
	await store.addMessages(messages.slice(22));
	t.true(await playback.refresh());
	t.like(playback.gaps[0], {kind: 'missing', firstId: 21, lastId: 22});
	await playback.seek(playback.lengthMs);

	const fresh = await makeSqliteStore(t, clock);
	await fresh.addMessages(messages.filter(({id}) => id !== 21 && id !== 22));
	const later = await openPlayback(fresh, key);
	await later.seek(later.lengthMs);
	t.is(playback.lengthMs, later.lengthMs);
	t.deepEqual(playback.gaps, later.gaps);
	t.deepEqual(playback.activity, later.activity);
	t.deepEqual(playback.resizes, later.resizes);
	t.deepEqual(takePicture(playback.emulator), takePicture(later.emulator));
	await playback.close();
	await later.close();
});

test('output made without a terminal starts each line at the left', async t => {
	const store = await makeSqliteStore(t, clock);
	const text = {ver: '2.3', host: 'h', rec: 'r', user: 'u', term: '', session: 1, id: 1, pos: 0, timing: '>8', in_txt: '', in_bin: [], out_txt: 'one\ntwo\n', out_bin: []};
	await store.addMessages([{host: 'h', rec: 'r', id: 1, positionMs: 0, at: undefined, user: 'u', term: '', auditSession: 1, exit: undefined, text: JSON.stringify(text)}]);
	const playback = await openPlayback(store, {host: 'h', rec: 'r'});
	t.deepEqual(playback.emulator.readScreen().lines.slice(0, 3), ['one', 'two', '']);
	await playback.close();
});
