import test from 'ava';
import {indexSession} from '../../source/index/index-session.ts';
import {isGap} from '../../source/store/is-gap.ts';
import {openPlayback} from '../../source/playback/open-playback.ts';
import {takePicture} from '../../source/terminal/picture.ts';
import {makeLongRecording} from '../helpers/long-recording.ts';
import {makeSqliteStore} from '../helpers/temporary-store.ts';

const clock = {now: () => Date.UTC(2026, 10, 24), elapsedMs: () => 0};
const late = new Set([11, 21, 22]);

for (const isIndexed of [false, true]) {
	test(`messages that come late, of a recording ${isIndexed ? 'with' : 'without'} an index, are played as if they had been there, and marked`, async t => {
		const messages = await makeLongRecording(1);
		const key = {host: messages[0]?.host ?? '', rec: messages[0]?.rec ?? ''};
		const [store, whole] = [await makeSqliteStore(t, clock), await makeSqliteStore(t, clock)];
		await whole.addMessages(messages);
		await store.addMessages(messages.filter(({id}) => !late.has(id) && id < 30));
		if (isIndexed) {
			await indexSession(store, key);
		}

		const playback = await openPlayback(store, key);
		await playback.seek(playback.lengthMs);
		t.deepEqual(playback.gaps.filter(gap => isGap(gap)).map(({kind, firstId}) => [kind, firstId]), [['missing', 11], ['missing', 21]]);
		await store.addMessages(messages.filter(({id}) => late.has(id) || id >= 30));
		t.true(await playback.refresh());
		t.deepEqual(playback.gaps.filter(gap => isGap(gap)).map(({kind, firstId, lastId, detail}) => [kind, firstId, lastId, detail]), [['late', 11, 11, 'message 11 came late'], ['late', 21, 22, '2 messages (21–22) came late']]);
		t.false(await playback.refresh());

		const linear = await openPlayback(whole, key);
		await linear.seek(playback.positionMs);
		t.deepEqual(takePicture(playback.emulator), takePicture(linear.emulator));
		await playback.seek(playback.lengthMs);
		await linear.seek(linear.lengthMs);
		t.deepEqual(takePicture(playback.emulator), takePicture(linear.emulator));
		t.deepEqual([playback.lengthMs, playback.activity, playback.resizes], [linear.lengthMs, linear.activity, linear.resizes]);
		await playback.close();
		await linear.close();
	});
}

test('late messages are marked once when they come one by one, and those that stay away stay a gap', async t => {
	const messages = await makeLongRecording(1);
	const key = {host: messages[0]?.host ?? '', rec: messages[0]?.rec ?? ''};
	const store = await makeSqliteStore(t, clock);
	await store.addMessages(messages.filter(({id}) => id < 11 || id > 14));
	const playback = await openPlayback(store, key);
	for (const id of [11, 12]) {
		await store.addMessages(messages.filter(message => message.id === id));
		t.true(await playback.refresh());
		t.false(await playback.refresh());
	}

	t.deepEqual(playback.gaps.filter(gap => isGap(gap)).map(({kind, firstId, lastId}) => [kind, firstId, lastId]), [['missing', 13, 14], ['late', 11, 12]].toSorted((a, b) => Number(a[1]) - Number(b[1])));
	await playback.close();
});
