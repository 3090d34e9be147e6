import path from 'node:path';
import test from 'ava';
import {systemClock} from '../../../source/clock.ts';
import {openStore} from '../../../source/store/open-store.ts';
import {makeMessage, makeMessages} from '../../helpers/make-message.ts';
import {startStoreChild} from '../../helpers/start-store-child.ts';
import {makeDirectory} from '../../helpers/temporary-store.ts';

test('two writers and three readers use one store at once, and nobody is turned away', async t => {
	const file = path.join(makeDirectory(t), 'store.db');
	const made = await openStore(file, {mode: 'create', clock: systemClock});
	await made.close();
	const children = [
		startStoreChild(['write', file, 'a', 3000, 20]),
		startStoreChild(['write', file, 'b', 3000, 7]),
		startStoreChild(['read', file, 'a', 3000]),
		startStoreChild(['read', file, 'b', 3000]),
		startStoreChild(['read', file, 'a', 3000]),
	];
	t.deepEqual(await Promise.all(children.map(async child => child.ended)), children.map(() => ({status: 0, complaint: ''})));
	const store = await openStore(file, {mode: 'read', clock: systemClock});
	t.teardown(async () => store.close());
	const sessions = await Promise.all(['a', 'b'].map(async host => store.getSession(makeMessage({host}))));
	t.deepEqual(sessions.map(session => session?.messages), [3000, 3000]);
});

test('four processes that make the same store at once make one', async t => {
	const file = path.join(makeDirectory(t), 'store.db');
	const children = ['a', 'b', 'c', 'd'].map(host => startStoreChild(['write', file, host, 50, 50]));
	t.deepEqual(await Promise.all(children.map(async child => child.ended)), children.map(() => ({status: 0, complaint: ''})));
	const store = await openStore(file, {mode: 'read', clock: systemClock});
	t.teardown(async () => store.close());
	t.like(await store.listSessions({query: {type: 'all'}, sort: 'host', isDescending: false, limit: 0, offset: 0}), {total: 4});
});

test('what was acknowledged is there after kill -9', async t => {
	for (const marks of [1, 2, 5, 9, 14, 22]) {
		const file = path.join(makeDirectory(t), 'store.db');
		const child = startStoreChild(['write', file, 'a', 1_000_000, 37]);
		let acknowledged = 0;
		let seen = 0;
		for await (const line of child.lines) {
			acknowledged = Number(line.split(' ', 2)[1]);
			if (++seen === marks) {
				child.kill();
			}
		}

		const end = await child.ended;
		t.is(end.status, 'SIGKILL');
		const store = await openStore(file, {mode: 'write', clock: systemClock});
		const stored = await Array.fromAsync(store.readMessages(makeMessage({host: 'a'})));
		const session = await store.getSession(makeMessage({host: 'a'}));
		t.true(stored.length >= acknowledged, `${stored.length} stored, ${acknowledged} acknowledged`);
		t.deepEqual(stored.map(message => message.text), makeMessages(1, stored.length, {host: 'a'}).map(message => message.text));
		t.is(session?.messages, stored.length);
		await store.close();
	}
});
