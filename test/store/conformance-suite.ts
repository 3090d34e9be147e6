import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import type {Clock} from '../../source/clock.ts';
import type {Query} from '../../source/store/query/query.ts';
import type {NewMessage, SessionKey, SessionsRequest, Store, StoredMessage} from '../../source/store/store.ts';
import {makeMessage, makeMessages} from '../helpers/make-message.ts';

/** A new, empty store that reads the given clock; it is removed when the test ends. */
export type MakeStore = (t: ExecutionContext, clock: Clock) => Promise<Store>;

const nowAt = Date.UTC(2026, 10, 23, 12, 0, 0);
const clock: Clock = {now: () => nowAt, elapsedMs: () => 0};
const hourMs = 3_600_000;

/** What every engine must do. */
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

/** The session row that `addMessages` keeps. */
export function testSessions(engine: string, makeStore: MakeStore): void {
	test(`${engine}: a session tells who, where, when and how much, whatever order its messages came in`, async t => {
		const store = await makeStore(t, clock);
		const messages = makeMessages(1, 3);
		for (const message of messages.toReversed()) {
			await store.addMessages([{...message, user: message.id === 1 ? 'alice' : 'mallory'}]);
		}

		t.deepEqual(await store.getSession(makeMessage()), {
			host: 'web1',
			rec: makeMessage().rec,
			user: 'alice',
			term: 'xterm',
			auditSession: 69,
			startedAt: makeMessage().at,
			endedAt: (makeMessage().at ?? 0) + 2000,
			lengthMs: 2000,
			state: 'live',
			receivedAt: nowAt,
			firstId: 1,
			lastId: 3,
			messages: 3,
			sizeBytes: messages.reduce((sum, message) => sum + message.text.length, 0),
			exit: undefined,
			summary: undefined,
		});
	});

	test(`${engine}: an end mark or 24 hours of silence ends a session`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([
			makeMessage({rec: 'still', at: nowAt - (23 * hourMs)}),
			makeMessage({rec: 'silent', at: nowAt - (25 * hourMs)}),
			makeMessage({rec: 'marked', at: nowAt - 1000, exit: '0'}),
			makeMessage({rec: 'undated', at: undefined}),
		]);
		const states = await Promise.all(['still', 'silent', 'marked', 'undated'].map(async rec => store.getSession({host: 'web1', rec})));
		t.deepEqual(states.map(session => session?.state), ['live', 'ended', 'ended', 'live']);
		t.deepEqual(states.map(session => session?.exit), [undefined, undefined, '0', undefined]);
		t.deepEqual([states[3]?.startedAt, states[3]?.endedAt], [undefined, undefined]);
	});

	test(`${engine}: an unset audit session is not a number`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([makeMessage({auditSession: 4_294_967_295})]);
		const session = await store.getSession(makeMessage());
		t.is(session?.auditSession, undefined);
	});

	test(`${engine}: a recording is found by its whole id and without its boot id, on one host or on any`, async t => {
		const store = await makeStore(t, clock);
		const {rec} = makeMessage();
		await store.addMessages([makeMessage(), makeMessage({host: 'web2'}), makeMessage({host: 'web2', rec: 'a-b-c-d'})]);
		const find = async (host: string | undefined, name: string): Promise<string[]> => {
			const sessions = await store.findSessions(host, name);
			return sessions.map(session => session.host);
		};

		t.deepEqual(await find('web1', rec), ['web1']);
		t.deepEqual(await find(undefined, rec), ['web1', 'web2']);
		t.deepEqual(await find(undefined, '39d-1c81a'), ['web1', 'web2']);
		t.deepEqual(await find('web2', '39D-1C81A'), ['web2']);
		t.deepEqual(await find(undefined, '1c81a'), []);
		t.deepEqual(await find(undefined, 'a-b-c-d'), ['web2']);
	});

	test(`${engine}: sessions come sorted, in pages, with the sums of all that match`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(manySessions);
		const all: SessionsRequest = {query: {type: 'all'}, sort: 'length', isDescending: false, limit: 4, offset: 0};
		const pages = await Promise.all([0, 4, 8, 12].map(async offset => store.listSessions({...all, offset})));
		t.deepEqual(pages.flatMap(page => page.sessions.map(session => session.rec)), manySessions.map(message => message.rec));
		t.deepEqual(await store.listSessions({...all, limit: 0}), {
			sessions: [], matching: 10, total: 10, unindexed: 10, matchingMs: 450_000, matchingBytes: manySessions.reduce((sum, message) => sum + message.text.length, 0),
		});
		const some = await store.listSessions({...all, query: {type: 'text', field: 'user', values: [{text: 'user1', isQuoted: false}]}, sort: 'size', isDescending: true});
		t.deepEqual([some.sessions.map(session => session.rec), some.matching, some.total], [['9', '7', '5', '3'], 5, 10]);
	});

	test(`${engine}: by start, running sessions come first, over all pages`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(manySessions);
		const request: SessionsRequest = {query: {type: 'all'}, sort: 'start', isDescending: true, limit: 3, offset: 0};
		const pages = await Promise.all([0, 3, 6, 9].map(async offset => store.listSessions({...request, offset})));
		t.deepEqual(pages.flatMap(page => page.sessions.map(session => session.rec)), ['8', '6', '4', '2', '0', '9', '7', '5', '3', '1']);
		t.like(await store.listSessions({...request, query: none}), {matching: 0, matchingBytes: 0, total: 10});
	});
}

/** Each a minute after the other; the odd ones have ended. */
const manySessions: readonly NewMessage[] = Array.from({length: 10}, (_, index) => makeMessage({
	rec: String(index), user: `user${index % 2}`, positionMs: index * 10_000, at: nowAt - hourMs + (index * 70_000), exit: index % 2 === 1 ? '0' : undefined, text: 'x'.repeat(index + 1),
}));

const none: Query = {type: 'not', part: {type: 'all'}};

export async function readAll(store: Store, key: SessionKey = makeMessage(), fromId?: number): Promise<StoredMessage[]> {
	return Array.fromAsync(store.readMessages(key, fromId));
}

async function readIds(store: Store, fromId?: number): Promise<number[]> {
	const messages = await readAll(store, makeMessage(), fromId);
	return messages.map(message => message.id);
}
