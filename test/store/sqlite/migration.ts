import {chmodSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {DatabaseSync} from 'node:sqlite';
import {zstdDecompressSync} from 'node:zlib';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {systemClock} from '../../../source/clock.ts';
import {findBrokenLink} from '../../../source/store/access-chain.ts';
import {openStore} from '../../../source/store/open-store.ts';
import {startStoreChild} from '../../helpers/start-store-child.ts';
import {makeDirectory, makeSqliteStore} from '../../helpers/temporary-store.ts';

const oldStore = new URL('../../../../fixtures/stores/version-1.db.zst', import.meta.url);

function copyOldStore(t: ExecutionContext): string {
	const file = path.join(makeDirectory(t), 'store.db');
	writeFileSync(file, zstdDecompressSync(readFileSync(oldStore)));
	return file;
}

test('a store of version 1 keeps all it holds and takes what is new', async t => {
	const store = await openStore(copyOldStore(t), {mode: 'write', clock: systemClock});
	const {sessions} = await store.listSessions({query: {type: 'all'}, sort: 'start', isDescending: false, limit: 10, offset: 0});
	t.deepEqual(sessions.map(({host, user, messages}) => `${host} ${user} ${messages}`).toSorted(), ['db1 frank 16', 'db2 deploy 10', 'db2 frank 5']);
	for (const session of sessions) {
		t.is((await Array.fromAsync(store.readMessages(session))).length, session.messages);
	}

	const [gap] = await store.findSessions('db1', '4b28-3224547e');
	t.is(gap?.summary?.gaps, 2);
	t.is(findBrokenLink(await store.listAccess(10)), undefined);
	await store.addNote({host: 'db1', rec: gap?.rec ?? '', at: 0, who: 'dora', kind: 'tag', positionMs: undefined, text: 'old'});
	const [tagged] = await store.findSessions('db1', '4b28-3224547e');
	t.deepEqual(tagged?.tags, ['old']);
	await store.close();
});

test('a migrated store has the very tables of a new one', async t => {
	const file = copyOldStore(t);
	const migrated = await openStore(file, {mode: 'read', clock: systemClock});
	await migrated.close();
	const fresh = await makeSqliteStore(t, systemClock);
	await fresh.close();
	const [old, made] = [file, fresh.address].map(address => {
		const database = new DatabaseSync(address);
		const tables = database.prepare('select name, sql from sqlite_schema order by name').all();
		database.close();
		return tables;
	});
	t.deepEqual(old, made);
});

test('what a pipe showed and how often windows changed is known of old indexes, too', async t => {
	const file = copyOldStore(t);
	const store = await openStore(file, {mode: 'read', clock: systemClock});
	await store.close();
	const database = new DatabaseSync(file);
	const rows = database.prepare('select host, is_pipe, has_input from sessions order by session').all().map(row => ({...row}));
	database.close();
	t.deepEqual(rows, [{host: 'db1', is_pipe: 0, has_input: 0}, {host: 'db2', is_pipe: 1, has_input: 1}, {host: 'db2', is_pipe: 0, has_input: 0}]);
});

test('an old store that may not be written says who brings it up to date', async t => {
	const file = copyOldStore(t);
	chmodSync(file, 0o444);
	chmodSync(path.dirname(file), 0o555);
	const child = startStoreChild(['look', file], process.getuid?.() === 0 ? {uid: 65_534} : {});
	const lines = await Array.fromAsync(child.lines);
	const {complaint} = await child.ended;
	chmodSync(path.dirname(file), 0o755);
	t.deepEqual(lines, []);
	t.regex(complaint, /made by an older scribery \(schema 1, this one reads 4\) and read-only for you/v);
});
