import test from 'ava';
import type {Query} from '../../../source/store/query/query.ts';
import type {NewMessage, SessionsRequest} from '../../../source/store/store.ts';
import {makeMessage, makeMessages} from '../../helpers/make-message.ts';
import {clock, nowAt} from './read-store.ts';
import type {MakeStore} from './read-store.ts';

const hourMs = 3_600_000;

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
			tags: [],
			noteCount: 0,
			audit: undefined,
		});
	});

	test(`${engine}: an end mark, 24 hours of silence or no wall clock at all ends a session`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([
			makeMessage({rec: 'still', at: nowAt - (23 * hourMs)}),
			makeMessage({rec: 'silent', at: nowAt - (25 * hourMs)}),
			makeMessage({rec: 'marked', at: nowAt - 1000, exit: '0'}),
			makeMessage({rec: 'undated', at: undefined}),
			makeMessage({rec: 'complete', at: nowAt - 1000, isComplete: true}),
		]);
		const states = await Promise.all(['still', 'silent', 'marked', 'undated', 'complete'].map(async rec => store.getSession({host: 'web1', rec})));
		t.deepEqual(states.map(session => session?.state), ['live', 'ended', 'ended', 'ended', 'ended']);
		t.deepEqual(states.map(session => session?.exit), [undefined, undefined, '0', undefined, undefined]);
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
		const some = await store.listSessions({...all, query: {type: 'text', field: 'user', values: [{type: 'word', text: 'user1'}]}, sort: 'size', isDescending: true});
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
