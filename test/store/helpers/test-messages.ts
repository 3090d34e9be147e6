import test from 'ava';
import fc from 'fast-check';
import {makeMessage, makeMessages} from '../../helpers/make-message.ts';
import {clock, readAll, readIds} from './read-store.ts';
import type {MakeStore} from './read-store.ts';

/** Messages go in and come out. */
export function testMessages(engine: string, makeStore: MakeStore): void {
	test(`${engine}: a recording is given back line by line, byte for byte, in order of id`, async t => {
		const store = await makeStore(t, clock);
		const texts = ['{"a":1.0}', String.raw` { "b" : "\u0000 \ud83d" } `, '', '\u{FEFF}bom', 'a\0b', 'ünï 😀 \u{2028} "', 'x'.repeat(1024 * 1024)];
		const messages = texts.map((text, index) => makeMessage({id: index + 1, text}));
		t.deepEqual(await store.addMessages(messages.toReversed()), {stored: texts.length, doubled: 0, conflicting: 0});
		t.deepEqual(await readAll(store, messages[0]), messages.map(({id, positionMs, text}) => ({id, positionMs, text})));
	});

	test(`${engine}: messages come once and in order, whatever order and pieces they arrive in`, async t => {
		await fc.assert(fc.asyncProperty(
			fc.uniqueArray(fc.integer({min: 0, max: 400}), {minLength: 1, maxLength: 300}),
			fc.array(fc.integer({min: 1, max: 150}), {minLength: 1, maxLength: 4}),
			fc.integer({min: 0, max: 400}),
			async (ids, sizes, fromId) => {
				const store = await makeStore(t, clock);
				let start = 0;
				for (let turn = 0; start < ids.length; turn++) {
					const piece = ids.slice(start, start + (sizes[turn % sizes.length] ?? 1));
					await store.addMessages(piece.map(id => makeMessage({id})));
					await store.addMessages(piece.slice(0, 3).map(id => makeMessage({id})));
					start += piece.length;
				}

				const sorted = ids.toSorted((a, b) => a - b);
				t.deepEqual(await readIds(store), sorted);
				t.deepEqual(await readIds(store, fromId), sorted.filter(id => id >= fromId));
				const session = await store.getSession(makeMessage());
				t.deepEqual([session?.messages, session?.firstId, session?.lastId], [ids.length, sorted[0], sorted.at(-1)]);
				await store.close();
			},
		), {numRuns: 15});
	});

	test(`${engine}: the same lines again are counted as doubled and change nothing`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 200));
		const before = await store.getSession(makeMessage());
		const revision = await store.getRevision();
		t.deepEqual(await store.addMessages(makeMessages(1, 200)), {stored: 0, doubled: 200, conflicting: 0});
		t.deepEqual(await store.getSession(makeMessage()), before);
		t.is(await store.getRevision(), revision);
	});

	test(`${engine}: another text under a stored id is counted and the first one stays`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 70));
		const forged = [makeMessage({id: 3, text: 'forged'}), makeMessage({id: 70, text: 'forged'}), makeMessage({id: 71, text: 'first'}), makeMessage({id: 71, text: 'second'})];
		t.deepEqual(await store.addMessages(forged), {stored: 1, doubled: 3, conflicting: 3});
		const stored = await readAll(store, makeMessage());
		t.deepEqual([stored[2]?.text, stored[69]?.text, stored[70]?.text], [makeMessage({id: 3}).text, makeMessage({id: 70}).text, 'first']);
	});

	test(`${engine}: a reader may start anywhere, also between ids and behind the end`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([...makeMessages(1, 100), ...makeMessages(200, 300)]);
		const ids = Array.from({length: 201}, (_, index) => index < 100 ? index + 1 : index + 100);
		t.deepEqual(await readIds(store, 150), ids.slice(100));
		t.deepEqual(await readIds(store, 50), ids.slice(49));
		t.deepEqual(await readIds(store, 301), []);
		t.deepEqual(await readAll(store, {host: 'none', rec: 'none'}), []);
	});

	test(`${engine}: what is added while a reader reads is read, once`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 100));
		const ids: number[] = [];
		for await (const {id} of store.readMessages(makeMessage())) {
			ids.push(id);
			if (id === 10) {
				await store.addMessages(makeMessages(101, 300));
			}
		}

		t.deepEqual(ids, Array.from({length: 300}, (_, index) => index + 1));
	});

	test(`${engine}: the message at a position is the last that starts by then`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 150));
		const positions = [-1, 0, 999, 1000, 63_500, 64_000, 149_000, 1e9];
		t.deepEqual(await Promise.all(positions.map(async positionMs => store.getMessageIdAt(makeMessage(), positionMs))), [1, 1, 1, 2, 64, 65, 150, 150]);
		t.is(await store.getMessageIdAt({host: 'none', rec: 'none'}, 0), undefined);
	});

	test(`${engine}: recordings of the same id on two hosts are two`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([makeMessage({host: 'a', text: 'on a'}), makeMessage({host: 'b', text: 'on b'})]);
		const [onA, onB] = await Promise.all(['a', 'b'].map(async host => readAll(store, {...makeMessage(), host})));
		t.deepEqual([onA?.map(message => message.text), onB?.map(message => message.text)], [['on a'], ['on b']]);
	});
}
