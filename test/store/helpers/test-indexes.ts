import test from 'ava';
import {indexVersion} from '../../../source/store/index-version.ts';
import type {Keyframe, SessionIndex} from '../../../source/store/store.ts';
import {makeMessage, makeMessages} from '../../helpers/make-message.ts';
import {putIndex} from '../../helpers/put-index.ts';
import {clock, nowAt, readAll} from './read-store.ts';
import type {MakeStore} from './read-store.ts';

const key = {host: makeMessage().host, rec: makeMessage().rec};

function makeKeyframe(positionMs: number, id: number, packet = 0): Keyframe {
	return {positionMs, id, packet, outputBytes: id * 100, columns: 80, rows: 24, ansi: `\u{1B}[1;1Hat ${positionMs} 😀\0`};
}

function makeIndex(indexedId: number, facts: Partial<SessionIndex> = {}): SessionIndex {
	return {
		version: indexVersion,
		summary: {inputBytes: 1, outputBytes: 2, columns: 80, rows: 24, resizes: 1, gaps: 0, gapMs: 0, hasInput: true, isPipe: false, lastScreen: ['$ ls', ''], indexedId},
		keyframes: [makeKeyframe(1000, 2), makeKeyframe(5000, 6, 1), makeKeyframe(5000, 6, 3)],
		gaps: [],
		activity: [{fromMs: 0, untilMs: 900, outputBytes: 10, inputBytes: 0}, {fromMs: 1500, untilMs: 9750, outputBytes: 4_000_000_000, inputBytes: 7}],
		resizes: [{positionMs: 1000, columns: 100, rows: 30}],
		...facts,
	};
}

/** What the index derives is kept apart and can go. */
export function testIndexes(engine: string, makeStore: MakeStore): void {
	test(`${engine}: an index is given back as it was put`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 10));
		t.is(await store.getIndexMarks(key), undefined);
		const {keyframes, ...marks} = makeIndex(10);
		await putIndex(store, key, {keyframes, ...marks});
		t.deepEqual(await store.getIndexMarks(key), marks);
		const session = await store.getSession(key);
		t.deepEqual(session?.summary, marks.summary);
		t.deepEqual([session?.lengthMs, session?.endedAt], [9750, (makeMessage().at ?? 0) + 9750]);
	});

	test(`${engine}: the keyframe at a position is the last one by then`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 10));
		await putIndex(store, key, makeIndex(10));
		const found = await Promise.all([0, 999, 1000, 4999, 5000, 1e9].map(async positionMs => store.getKeyframe(key, positionMs)));
		t.deepEqual(found.map(keyframe => keyframe && [keyframe.positionMs, keyframe.packet]), [undefined, undefined, [1000, 0], [1000, 0], [5000, 3], [5000, 3]]);
		t.deepEqual(found[2], makeKeyframe(1000, 2));
		t.is(await store.getKeyframe({host: 'none', rec: 'none'}, 0), undefined);
	});

	test(`${engine}: a second index replaces the first`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 10));
		await putIndex(store, key, makeIndex(10));
		await putIndex(store, key, makeIndex(10, {keyframes: [makeKeyframe(7000, 8)], resizes: []}));
		const marks = await store.getIndexMarks(key);
		t.deepEqual(marks?.resizes, []);
		t.is(await store.getKeyframe(key, 6999), undefined);
	});

	test(`${engine}: a recording is unindexed until its last message is read, and again by another version`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([...makeMessages(1, 10), makeMessage({host: 'web2'})]);
		await putIndex(store, key, makeIndex(9));
		t.deepEqual(await store.listUnindexed(indexVersion), [key, {...key, host: 'web2'}]);
		await putIndex(store, key, makeIndex(10));
		t.deepEqual(await store.listUnindexed(indexVersion), [{...key, host: 'web2'}]);
		t.deepEqual(await store.listUnindexed(indexVersion + 1), [key, {...key, host: 'web2'}]);
		await store.addMessages([makeMessage({id: 11})]);
		t.deepEqual(await store.listUnindexed(indexVersion), [key, {...key, host: 'web2'}]);
	});

	test(`${engine}: a message that comes late makes its recording unindexed and its keyframes invalid`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([...makeMessages(1, 4), ...makeMessages(6, 10)]);
		await putIndex(store, key, makeIndex(10, {keyframes: [makeKeyframe(7000, 8)]}));
		await store.addMessages([makeMessage({id: 5})]);
		t.deepEqual(await store.listUnindexed(indexVersion), [key]);
		t.is(await store.getKeyframe(key, 1e9), undefined);
	});

	test(`${engine}: a recording with gaps is broken once it is no longer live`, async t => {
		const store = await makeStore(t, clock);
		const gaps = [{kind: 'missing', fromMs: 1, untilMs: 2, firstId: 3, lastId: 4, detail: 'messages 3 to 4 are missing'}] as const;
		const index = {...makeIndex(1), gaps, summary: {...makeIndex(1).summary, gaps: 1}};
		await store.addMessages([makeMessage({host: 'live'}), makeMessage({host: 'ended', exit: '0'})]);
		for (const host of ['live', 'ended']) {
			await putIndex(store, {...key, host}, index);
		}

		const sessions = await Promise.all(['live', 'ended'].map(async host => store.getSession({...key, host})));
		t.deepEqual(sessions.map(session => session?.state), ['live', 'broken']);
	});

	test(`${engine}: without its indexes a store holds what was recorded`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 100));
		const before = await store.getSession(key);
		await putIndex(store, key, makeIndex(100));
		await store.dropIndex();
		t.deepEqual(await store.getSession(key), before);
		t.is(await store.getIndexMarks(key), undefined);
		t.is(await store.getKeyframe(key, 1e9), undefined);
		t.is((await readAll(store, key)).length, 100);
		t.deepEqual(await store.listUnindexed(indexVersion), [key]);
	});

	test(`${engine}: messages that came late are in their place after the recording ended and was indexed`, async t => {
		const store = await makeStore(t, clock);
		const ids = Array.from({length: 500}, (_, index) => ((index * 211) % 500) + 1);
		for (const id of ids) {
			await store.addMessages([makeMessage({id, at: nowAt - 1e9 + id, exit: id === 500 ? '0' : undefined})]);
		}

		await putIndex(store, key, makeIndex(500));
		const stored = await readAll(store, key);
		t.deepEqual(stored.map(message => message.id), Array.from({length: 500}, (_, index) => index + 1));
		t.deepEqual(await store.addMessages(stored.map(({id, text}) => makeMessage({id, text}))), {stored: 0, doubled: 500, conflicting: 0});
	});

	test(`${engine}: the revision grows with messages and indexes`, async t => {
		const store = await makeStore(t, clock);
		const revisions = [await store.getRevision()];
		await store.addMessages([makeMessage()]);
		revisions.push(await store.getRevision());
		await putIndex(store, key, makeIndex(1));
		revisions.push(await store.getRevision());
		await store.dropIndex();
		revisions.push(await store.getRevision());
		t.deepEqual(revisions, [...new Set(revisions)].toSorted((a, b) => a - b));
	});

	test(`${engine}: an index of a recording that is not there is refused`, async t => {
		const store = await makeStore(t, clock);
		await t.throwsAsync(putIndex(store, key, makeIndex(1)), {name: 'StoreError', message: /no recording/v});
	});

	test(`${engine}: an index is added to from the message on that it has not read`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 10));
		const first = await store.startIndex(key, {isContinued: true});
		t.is(first.indexedId, undefined);
		await first.finish(makeIndex(6), []);
		await store.addMessages(makeMessages(11, 12));
		const second = await store.startIndex(key, {isContinued: true});
		t.is(second.indexedId, 6);
		await second.finish(makeIndex(12, {keyframes: [makeKeyframe(9000, 10)], resizes: []}), []);
		const found = await Promise.all([1000, 5000, 9000].map(async positionMs => store.getKeyframe(key, positionMs)));
		t.deepEqual(found.map(keyframe => keyframe?.positionMs), [1000, 5000, 9000]);
		const marks = await store.getIndexMarks(key);
		t.deepEqual([marks?.summary.indexedId, marks?.resizes], [12, []]);
	});

	test(`${engine}: an index is not added to after a late message, by another version, or when it was dropped`, async t => {
		const store = await makeStore(t, clock);
		const continues = async (): Promise<number | undefined> => {
			const writer = await store.startIndex(key, {isContinued: true});
			await writer.drop();
			return writer.indexedId;
		};

		await store.addMessages([...makeMessages(1, 4), ...makeMessages(6, 10)]);
		await putIndex(store, key, makeIndex(10));
		t.is(await continues(), 10);
		await store.addMessages([makeMessage({id: 5})]);
		t.is(await continues(), undefined);
		await putIndex(store, key, makeIndex(10, {version: indexVersion + 1}));
		t.is(await continues(), undefined);
		await putIndex(store, key, makeIndex(10));
		await store.dropIndex();
		t.is(await continues(), undefined);
	});

	test(`${engine}: of two that add to the same index, the second is refused and may try again`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 10));
		await putIndex(store, key, makeIndex(5));
		const [first, second] = [await store.startIndex(key, {isContinued: true}), await store.startIndex(key, {isContinued: true})];
		await first.finish(makeIndex(10), []);
		const error = await t.throwsAsync(second.finish(makeIndex(7), []), {name: 'StoreError', message: /indexed by another process/v});
		t.true('isRetryable' in error && error.isRetryable === true);
		const session = await store.getSession(key);
		t.is(session?.summary?.indexedId, 10);
	});
}
