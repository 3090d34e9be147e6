import test from 'ava';
import type {SeenLine} from '../../../source/store/moments.ts';
import {makeMessage} from '../../helpers/make-message.ts';
import {putIndex} from '../../helpers/put-index.ts';
import {findLines, findRecs, makeIndexOf, makeLines, makeSeenStore} from './seen-store.ts';
import type {MakeStore} from './read-store.ts';

const key = {host: makeMessage().host, rec: '0'};

function makeLine(text: string, fromMs = 0): SeenLine {
	return {kind: 'seen', fromMs, untilMs: fromMs + 10, text};
}

/** Lines come and go with their index. */
export function testSeenLines(engine: string, makeStore: MakeStore): void {
	test(`${engine}: lines are found once their index is finished, and those of the index before no more`, async t => {
		const store = await makeSeenStore(t, makeStore, [['old words']]);
		const writer = await store.startIndex(key, {isContinued: false});
		await writer.add(Array.from({length: 300}, (_, index) => makeLine(`new ${index} ${'x'.repeat(10_000)}`, index)));
		t.deepEqual([await findRecs(store, 'seen:new'), await findRecs(store, 'seen:old')], [[], ['0']]);
		await writer.finish(makeIndexOf({lastId: 1}), []);
		t.deepEqual([await findRecs(store, 'seen:new'), await findRecs(store, 'seen:old')], [['0'], []]);
		t.deepEqual(await findRecs(store, 'seen:299'), ['0']);
	});

	test(`${engine}: lines that were dropped are not found and do not hold up the next index`, async t => {
		const store = await makeSeenStore(t, makeStore, [['old words']]);
		const writer = await store.startIndex(key, {isContinued: false});
		await writer.add(Array.from({length: 300}, (_, index) => makeLine(`new ${index} ${'x'.repeat(10_000)}`, index)));
		await writer.drop();
		await putIndex(store, key, makeIndexOf({lastId: 1}), makeLines(['third words']));
		t.deepEqual(await findLines(store, 'seen:words'), ['0: third [words]']);
		t.deepEqual(await findLines(store, 'seen:new'), []);
	});

	test(`${engine}: standing lines are found until the next pass says what became of them`, async t => {
		const store = await makeSeenStore(t, makeStore, [[]]);
		const screens = [['$ a', '$ ab'], ['$ abc', '$ abcd'], ['out', '$ e']];
		for (const [index, [closed = '', standing = '']] of screens.entries()) {
			const writer = await store.startIndex(key, {isContinued: true});
			await writer.add([makeLine(closed, index * 100)]);
			await writer.finish(makeIndexOf({lastId: 1}), [makeLine(standing, (index * 100) + 50)]);
			const closedNow = screens.slice(0, index + 1).map(([text]) => text);
			t.deepEqual(await findLines(store, 'seen:/.*/'), [`0: ${[...closedNow, standing].map(text => `[${text}]`).join(' | ')}`]);
		}
	});

	test(`${engine}: a live recording that is indexed often is found whole`, async t => {
		const store = await makeSeenStore(t, makeStore, [[]]);
		for (let turn = 0; turn < 60; turn++) {
			const writer = await store.startIndex(key, {isContinued: true});
			await writer.add(Array.from({length: 10}, (_, index) => makeLine(`turn ${turn} line ${index} ${'y'.repeat(60)}`, (turn * 100) + index)));
			await writer.finish(makeIndexOf({lastId: 1}), []);
		}

		const [part] = await Array.fromAsync(store.findMoments({query: {type: 'moment', field: 'seen', values: [{type: 'phrase', text: 'line 7'}]}, hitsPerSession: 100}));
		t.deepEqual(part?.type === 'session' ? part.hits.map(hit => hit.fromMs) : [], Array.from({length: 60}, (_, turn) => (turn * 100) + 7));
	});

	test(`${engine}: a line stands from a whole millisecond on at which it was there`, async t => {
		const store = await makeSeenStore(t, makeStore, [[]]);
		const writer = await store.startIndex(key, {isContinued: false});
		await writer.add([{kind: 'seen', fromMs: 1000.001, untilMs: 1999.999, text: 'here'}, {kind: 'seen', fromMs: 2000.4, untilMs: 2000.6, text: 'here too'}]);
		await writer.finish(makeIndexOf({lastId: 1}), []);
		const [part] = await Array.fromAsync(store.findMoments({query: {type: 'moment', field: 'seen', values: [{type: 'word', text: 'here'}]}, hitsPerSession: 100}));
		t.deepEqual(part?.type === 'session' ? part.hits.map(hit => [hit.fromMs, hit.untilMs]) : [], [[1001, 1999], [2001, 2001]]);
	});

	test(`${engine}: a late message hides lines until they are indexed anew, and dropping the index removes them`, async t => {
		const store = await makeSeenStore(t, makeStore, [['here']]);
		await store.addMessages([makeMessage({rec: '0', id: 0})]);
		t.deepEqual([await findRecs(store, 'seen:here'), await findLines(store, 'seen:here')], [[], []]);
		t.deepEqual(await findRecs(store, 'seen:/here/'), []);
		await putIndex(store, key, makeIndexOf({lastId: 1}), makeLines(['here']));
		t.deepEqual(await findRecs(store, 'seen:here'), ['0']);
		await store.dropIndex();
		t.deepEqual([await findRecs(store, 'seen:here'), await findLines(store, 'seen:here')], [[], []]);
		await putIndex(store, key, makeIndexOf({lastId: 1}), makeLines(['here again']));
		t.deepEqual(await findLines(store, 'seen:here'), ['0: [here] again']);
	});

	test(`${engine}: a line feed in a line is refused`, async t => {
		const store = await makeSeenStore(t, makeStore, [[]]);
		const writer = await store.startIndex(key, {isContinued: false});
		await t.throwsAsync(writer.add([makeLine('a\nb')]), {instanceOf: RangeError});
		await writer.drop();
	});
}
