import test from 'ava';
import type {NewEvent, NewMessage, Session, Store} from '../../../source/store/store.ts';
import {makeCommand, makeOpening, recordedAt} from '../../helpers/make-event.ts';
import {bootId, makeMessage, makeMessages} from '../../helpers/make-message.ts';
import {clock} from './read-store.ts';
import type {MakeStore} from './read-store.ts';

const key = {host: makeMessage().host, rec: makeMessage().rec};

async function readTitles(store: Store): Promise<readonly string[]> {
	const events = await Array.fromAsync(store.readEvents(key));
	return events.map(({action}) => action.title);
}

async function readAudit(store: Store): Promise<Session['audit']> {
	return (await store.getSession(key))?.audit;
}

/** Audit events, and the recordings they belong to. */
export function testEvents(engine: string, makeStore: MakeStore): void {
	test(`${engine}: events of a recording's session are read by time, their lines verbatim`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 5));
		const events = [makeCommand({sinceMs: 900, argv: ['second']}), makeCommand({sinceMs: 100, argv: ['first', 'ü\u{202E}"']}), makeOpening({sinceMs: 950})];
		t.deepEqual(await store.addEvents(events), {stored: 3, doubled: 0, conflicting: 0});
		const read = await Array.fromAsync(store.readEvents(key));
		t.deepEqual(read.map(({action, ...event}) => event), events.toSorted((a, b) => a.at - b.at));
		t.deepEqual(read.map(({action}) => action.kind), ['execute', 'execute', 'file']);
	});

	test(`${engine}: bytes that are no text come back as they were`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 2));
		const lines = [...makeCommand().lines, Uint8Array.of(0xFF, 0, 0x41)];
		await store.addEvents([makeCommand({lines})]);
		t.deepEqual((await Array.fromAsync(store.readEvents(key)))[0]?.lines, lines);
	});

	test(`${engine}: the same event is kept once, whether or not a log tells the boot`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 5));
		await store.addEvents([makeCommand()]);
		t.deepEqual(await store.addEvents([makeCommand(), makeCommand({boot: undefined}), makeCommand({sinceMs: 500})]), {stored: 1, doubled: 2, conflicting: 0});
		t.is((await readAudit(store))?.events, 2);
	});

	test(`${engine}: an event that comes in parts is one, and counts as what it is then`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 5));
		const {lines, ...event} = makeCommand({argv: ['visudo']});
		await store.addEvents([{...event, lines: lines.slice(0, 1)}]);
		t.deepEqual(await store.addEvents([{...event, lines: lines.slice(1)}]), {stored: 0, doubled: 1, conflicting: 0});
		const [whole] = await Array.fromAsync(store.readEvents(key));
		t.deepEqual(whole?.lines, lines);
		t.deepEqual((await readAudit(store))?.firstCommands, ['visudo']);
	});

	test(`${engine}: a session tells how many commands it ran, the first and the last, and whether as root`, async t => {
		const store = await makeStore(t, clock);
		await store.addEvents(['a', 'b', 'c', 'd'].map((name, index) => makeCommand({argv: [name], sinceMs: index * 1000})));
		await store.addMessages(makeMessages(1, 9));
		t.deepEqual(await readAudit(store), {events: 4, commands: 4, firstCommands: ['a', 'b', 'c'], lastCommand: 'd', isRoot: false});
		await store.addEvents([makeCommand({argv: ['sudo', 'e'], uid: 0, sinceMs: 4000}), makeOpening({sinceMs: 4100})]);
		t.deepEqual(await readAudit(store), {events: 6, commands: 5, firstCommands: ['a', 'b', 'c'], lastCommand: 'sudo e', isRoot: true});
	});

	test(`${engine}: what a login runs before its recording begins is joined, but no command of the session`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 5));
		await store.addEvents([makeCommand({sinceMs: -2000, argv: ['motd']})]);
		t.like(await readAudit(store), {events: 1, commands: 0, firstCommands: []});
	});

	const strangers: ReadonlyArray<readonly [fact: string, facts: Partial<NewEvent>]> = [
		['another host', {host: 'web10'}],
		['another boot', {boot: 'f'.repeat(32)}],
		['another audit session', {auditSession: 70}],
		['no audit session', {auditSession: undefined}],
		['another time', {at: recordedAt - 60_000}],
		['a boot that nobody told, long after the end', {boot: undefined, at: recordedAt + 3_600_000}],
	];
	for (const [fact, facts] of strangers) {
		test(`${engine}: an event of ${fact} is kept, but is none of the recording's`, async t => {
			const store = await makeStore(t, clock);
			await store.addMessages(makeMessages(1, 5));
			t.like(await store.addEvents([makeCommand(facts)]), {stored: 1});
			t.deepEqual(await readTitles(store), []);
			t.is(await readAudit(store), undefined);
			t.like(await store.addEvents([makeCommand(facts)]), {doubled: 1});
		});
	}

	const friends: ReadonlyArray<readonly [fact: string, event: Partial<NewEvent>, message: Partial<NewMessage>]> = [
		['a boot that the log does not tell', {boot: undefined}, {}],
		['a boot that the recording does not tell', {}, {rec: 'h1'}],
		['a host that the log names in full', {host: 'web1.example.com'}, {}],
		['a host that the recording names in full', {}, {host: 'Web1.example.com'}],
	];
	for (const [fact, event, message] of friends) {
		test(`${engine}: an event is joined in spite of ${fact}`, async t => {
			const store = await makeStore(t, clock);
			await store.addEvents([makeCommand(event)]);
			await store.addMessages([makeMessage(message)]);
			const named = {...key, ...message};
			t.is((await Array.fromAsync(store.readEvents(named))).length, 1);
		});
	}

	test(`${engine}: two recordings of one audit session have each its own events`, async t => {
		const store = await makeStore(t, clock);
		const later = `${bootId}-500-2c81a`;
		await store.addMessages([...makeMessages(1, 3), makeMessage({id: 3, exit: '0'}), makeMessage({rec: later, at: recordedAt + 600_000, exit: '0'})]);
		await store.addMessages([makeMessage({id: 4, exit: '0'})]);
		await store.addEvents([makeCommand({argv: ['early'], sinceMs: 1000}), makeCommand({argv: ['late'], sinceMs: 600_000})]);
		t.deepEqual(await readTitles(store), ['early']);
		t.is((await store.getSession({...key, rec: later}))?.audit?.lastCommand, 'late');
	});

	test(`${engine}: a recording that goes on takes the events of its longer time`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([makeMessage({exit: '0'})]);
		await store.addEvents([makeCommand({sinceMs: 30_000})]);
		t.is(await readAudit(store), undefined);
		await store.addMessages([makeMessage({id: 30})]);
		t.is((await readAudit(store))?.commands, 1);
	});

	test(`${engine}: what events mean is made anew from their lines, with the same answers`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 5));
		await store.addEvents([makeCommand({uid: 0}), makeOpening({sinceMs: 20})]);
		const before = [await readAudit(store), await readTitles(store)];
		t.is(await store.describeEvents({isAll: false}), 0);
		t.is(await store.describeEvents({isAll: true}), 2);
		t.deepEqual([await readAudit(store), await readTitles(store)], before);
	});

	test(`${engine}: sessions sort by their commands`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages([makeMessage(), makeMessage({host: 'web2'}), makeMessage({host: 'web3'})]);
		await store.addEvents([makeCommand({host: 'web2'}), makeCommand({host: 'web3'}), makeCommand({host: 'web3', sinceMs: 10})]);
		const {sessions} = await store.listSessions({query: {type: 'all'}, sort: 'commands', isDescending: true, limit: 10, offset: 0});
		t.deepEqual(sessions.map(({host}) => host), ['web3', 'web2', 'web1']);
	});

	test(`${engine}: thousands of events come in order, and their store tells that something is new`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 5));
		const revision = await store.getRevision();
		const events = Array.from({length: 2500}, (_, index) => makeCommand({sinceMs: Math.floor(index / 7), serial: String(index)}));
		await store.addEvents(events);
		t.true(await store.getRevision() > revision);
		const read = await Array.fromAsync(store.readEvents(key));
		t.deepEqual(read.map(({serial}) => serial), events.map(({serial}) => serial));
	});

	test(`${engine}: a login that no recording covers is told with its commands; one that is recorded, and what is no login, is not`, async t => {
		const store = await makeStore(t, clock);
		await store.addMessages(makeMessages(1, 5));
		await store.addEvents([makeCommand(), makeCommand({auditSession: undefined})]);
		t.deepEqual(await store.listUnrecorded(10), {logins: [], total: 0});
		await store.addEvents([
			makeOpening({host: 'web2', at: recordedAt}),
			...['a', 'b', 'c', 'd'].map((name, index) => makeCommand({host: 'web2', argv: [name], sinceMs: 1000 * (index + 1)})),
			makeCommand({auditSession: 70, uid: 0, sinceMs: 9000}),
		]);
		const {logins, total} = await store.listUnrecorded(10);
		t.is(total, 2);
		t.like(logins[0], {host: 'web1', auditSession: 70, audit: {events: 1, commands: 1, firstCommands: ['ls -l'], lastCommand: 'ls -l', isRoot: true}});
		t.deepEqual(logins[1], {
			host: 'web2', boot: bootId, auditSession: 69, user: '20001', firstAt: recordedAt, lastAt: recordedAt + 4000,
			audit: {events: 5, commands: 4, firstCommands: ['a', 'b', 'c'], lastCommand: 'd', isRoot: false},
		});
		t.deepEqual(await store.listUnrecorded(1), {logins: logins.slice(0, 1), total: 2});
	});

	test(`${engine}: a login is without a recording until the recording comes, and again when its time is another`, async t => {
		const store = await makeStore(t, clock);
		await store.addEvents([makeCommand()]);
		t.is((await store.listUnrecorded(0)).total, 1);
		await store.addMessages(makeMessages(1, 5));
		t.is((await store.listUnrecorded(0)).total, 0);
		await store.addEvents([makeCommand({host: 'web2'})]);
		await store.addMessages([makeMessage({host: 'web2', at: recordedAt + (30 * 86_400_000)})]);
		t.is((await store.listUnrecorded(0)).total, 1);
	});
}
