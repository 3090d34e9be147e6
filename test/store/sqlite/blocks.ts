import {statSync} from 'node:fs';
import {DatabaseSync} from 'node:sqlite';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {systemClock} from '../../../source/clock.ts';
import {openStore} from '../../../source/store/open-store.ts';
import type {NewMessage, Store} from '../../../source/store/store.ts';
import {makeMessage, makeMessages} from '../../helpers/make-message.ts';
import {makeSqliteStore} from '../../helpers/temporary-store.ts';

/** The engine's own test: what stands where in the file. */
async function fillStore(t: ExecutionContext, messages: readonly NewMessage[]): Promise<{readonly store: Store; readonly ask: (sql: string) => ReadonlyArray<Readonly<Record<string, unknown>>>}> {
	const store = await makeSqliteStore(t, systemClock);
	await store.addMessages(messages);
	const database = new DatabaseSync(store.address);
	t.teardown(() => {
		database.close();
	});
	return {store, ask: sql => database.prepare(sql).all().map(row => ({...row}))};
}

const counts = 'select (select count(*) from messages) as rows, (select count(*) from blocks) as blocks, (select total(count) from blocks) as packed';

test('full blocks are packed as they come and the rest stays as rows', async t => {
	const {store, ask} = await fillStore(t, makeMessages(1, 150, {at: Date.now()}));
	t.deepEqual(ask(counts), [{rows: 22, blocks: 2, packed: 128}]);
	await store.addMessages(makeMessages(151, 192, {at: Date.now()}));
	t.deepEqual(ask(counts), [{rows: 0, blocks: 3, packed: 192}]);
});

test('a recording that ended is packed whole when the store is closed', async t => {
	const {store, ask} = await fillStore(t, [...makeMessages(1, 150), makeMessage({id: 151, exit: '0'}), makeMessage({host: 'live', at: Date.now()})]);
	await store.close();
	t.deepEqual(ask(counts), [{rows: 1, blocks: 3, packed: 151}]);
});

test('late messages are packed into the block they belong to', async t => {
	const even = makeMessages(1, 400).filter(message => message.id % 2 === 0);
	const odd = makeMessages(1, 401, {exit: '0'}).filter(message => message.id % 2 === 1);
	const {store, ask} = await fillStore(t, even);
	await store.addMessages(odd);
	await store.close();
	t.like(ask(counts)[0], {rows: 0, packed: 401});
	const overlaps = ask('select a.last_id from blocks a join blocks b on a.session = b.session and a.rowid <> b.rowid and a.first_id <= b.last_id and b.first_id <= a.last_id');
	t.deepEqual(overlaps, []);
	const reader = await openStore(store.address, {mode: 'read', clock: systemClock});
	const stored = await Array.fromAsync(reader.readMessages(makeMessage()));
	t.deepEqual(stored.map(message => message.id), Array.from({length: 401}, (_, index) => index + 1));
	await reader.close();
});

test('large messages get smaller blocks, so that a reader holds at most two of them', async t => {
	const text = 'x'.repeat(1024 * 1024);
	const {store, ask} = await fillStore(t, makeMessages(1, 12, {text, exit: '0'}));
	t.deepEqual(ask(counts), [{rows: 0, blocks: 12, packed: 12}]);
	const stored = await Array.fromAsync(store.readMessages(makeMessage()));
	t.true(stored.length === 12 && stored.every(message => message.text === text));
});

test('the access log refuses to be changed', async t => {
	const {store, ask} = await fillStore(t, []);
	await store.addAccess({at: 0, who: 'dora', action: 'play', what: 'x', detail: ''});
	t.throws(() => ask('update access set who = \'erin\''), {message: /append-only/v});
	t.throws(() => ask('delete from access'), {message: /append-only/v});
});

test('a damaged block is told, not shown', async t => {
	const {store, ask} = await fillStore(t, makeMessages(1, 64));
	ask('update blocks set data = zeroblob(length(data))');
	await t.throwsAsync(Array.fromAsync(store.readMessages(makeMessage())), {name: 'StoreError', message: /store\.db: the store is damaged: a block of messages does not unpack/v});
});

test('a new store is for its owner only', async t => {
	const {store} = await fillStore(t, []);
	t.is(statSync(store.address).mode % 0o1000, 0o600);
});
