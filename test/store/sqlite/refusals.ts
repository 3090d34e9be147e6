import {chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {DatabaseSync} from 'node:sqlite';
import test from 'ava';
import {systemClock} from '../../../source/clock.ts';
import {openStore} from '../../../source/store/open-store.ts';
import {StoreError} from '../../../source/store/store-error.ts';
import type {OpenMode} from '../../../source/store/store.ts';
import {makeMessage, makeMessages} from '../../helpers/make-message.ts';
import {startStoreChild} from '../../helpers/start-store-child.ts';
import {makeDirectory, makeSqliteStore} from '../../helpers/temporary-store.ts';
import {testWithSmallDisk} from '../../helpers/small-disk.ts';

const clock = systemClock;

const refusals: ReadonlyArray<readonly [title: string, mode: OpenMode, prepare: (file: string) => void, message: RegExp]> = [
	['a missing store', 'read', () => undefined, /there is no store here; scribery import/v],
	['a missing store, for writing', 'write', () => undefined, /there is no store here/v],
	['a directory', 'create', makeFolder, /not a scribery store \(not a file\)/v],
	['a text file', 'create', file => {
		writeFileSync(file, 'not a database\n'.repeat(100));
	}, /not a scribery store \(not an SQLite database\)/v],
	['a short text file', 'read', file => {
		writeFileSync(file, 'hi');
	}, /not a scribery store \(not an SQLite database\)/v],
	['an empty file, for reading', 'read', file => {
		writeFileSync(file, '');
	}, /not a scribery store \(an empty database\)/v],
	['another program\'s database', 'create', file => {
		alter(file, 'create table notes (text)');
	}, /not a scribery store \(an SQLite database of another program\)/v],
	['a store of a newer version', 'write', file => {
		alter(file, 'pragma application_id = 1399026274; pragma user_version = 99');
	}, /made by a newer scribery \(schema 99, this one reads up to 4\)/v],
];

for (const [title, mode, prepare, message] of refusals) {
	test(`${title} is refused in one line that begins with its address`, async t => {
		const file = path.join(makeDirectory(t), 'store.db');
		prepare(file);
		const error = await t.throwsAsync(openStore(file, {mode, clock}), {instanceOf: StoreError, message});
		t.true(error.message.startsWith(`${file}: `));
		t.notRegex(error.message, /\n/v);
	});
}

function makeFolder(file: string): void {
	mkdirSync(file);
}

function alter(file: string, sql: string): void {
	const database = new DatabaseSync(file);
	database.exec(sql);
	database.close();
}

test('a store in a directory that is not there is refused', async t => {
	const file = path.join(makeDirectory(t), 'none', 'store.db');
	await t.throwsAsync(openStore(file, {mode: 'create', clock}), {instanceOf: StoreError, message: /the directory .*none does not exist/v});
});

test('a server\'s address is refused for now', async t => {
	await t.throwsAsync(openStore('https://es.example.com:9200', {mode: 'read', clock}), {name: 'UserError', message: /no engine/v});
});

test('a store that another process holds for more than 5 s is told to be locked, and works after that', async t => {
	const store = await makeSqliteStore(t, clock);
	const other = new DatabaseSync(store.address);
	other.exec('begin immediate');
	const error = await t.throwsAsync(store.addMessages([makeMessage()]), {instanceOf: StoreError, message: /locked by another process/v});
	t.true(error.isRetryable);
	t.is(await store.getSession(makeMessage()), undefined);
	other.exec('rollback');
	t.like(await store.addMessages([makeMessage()]), {stored: 1});
	other.close();
});

test('while a store is locked the waiting process goes on', async t => {
	const store = await makeSqliteStore(t, clock);
	const other = new DatabaseSync(store.address);
	other.exec('begin immediate');
	const adding = store.addMessages([makeMessage()]);
	await new Promise(resolve => {
		setTimeout(resolve, 1);
	});
	other.exec('rollback');
	t.like(await adding, {stored: 1});
	other.close();
});

test('a store is read by one who may not write it, also while it is written', async t => {
	const store = await makeSqliteStore(t, clock);
	await store.addMessages(makeMessages(1, 100));
	chmodSync(path.dirname(store.address), 0o555);
	chmodSync(store.address, 0o444);
	const other = process.getuid?.() === 0 ? {uid: 65_534} : {};
	const expected = (messages: number): string => `read-only, 1 sessions, ${messages} messages, ${store.address}: the access log cannot be written: the store is read-only for you`;
	for (const file of ['-wal', '-shm']) {
		chmodSync(store.address + file, 0o444);
	}

	t.deepEqual(await runChild(store.address, other), [expected(100)]);
	await store.close();
	t.deepEqual(await runChild(store.address, other), [expected(100)]);
	chmodSync(path.dirname(store.address), 0o755);
});

async function runChild(file: string, options: {readonly uid?: number}): Promise<string[]> {
	const child = startStoreChild(['look', file], options);
	const lines = await Array.fromAsync(child.lines);
	const {complaint} = await child.ended;
	return complaint === '' ? lines : [complaint];
}

test('a reader cannot write messages', async t => {
	const store = await makeSqliteStore(t, clock);
	const reader = await openStore(store.address, {mode: 'read', clock});
	t.teardown(async () => reader.close());
	await t.throwsAsync(reader.addMessages([makeMessage()]), {instanceOf: StoreError, message: /opened for reading only/v});
	await reader.addAccess({at: 1, who: 'dora', action: 'list', what: '', detail: ''});
	t.is((await store.listAccess(1)).length, 1);
});

testWithSmallDisk('a full disk is told, keeps what was stored, and lets go on when there is space again', async (t, directory) => {
	const filler = path.join(directory, 'filler');
	const file = path.join(directory, 'store.db');
	const store = await openStore(file, {mode: 'create', clock});
	writeFileSync(filler, new Uint8Array(1024 * 1024));
	let stored = 0;
	const error = await t.throwsAsync(async () => {
		for (;;) {
			const {stored: added} = await store.addMessages([makeMessage({id: stored + 1, text: randomText(stored)})]);
			stored += added;
		}
	}, {instanceOf: StoreError, message: /no space left on the device/v});
	t.true(error.message.startsWith(file));
	t.true(stored > 0);
	const kept = await Array.fromAsync(store.readMessages(makeMessage()));
	t.deepEqual(kept.map(message => message.text), Array.from({length: stored}, (_, index) => randomText(index)));
	rmSync(filler);
	t.like(await store.addMessages([makeMessage({id: stored + 1, text: 'after'})]), {stored: 1});
	await store.close();
});

/** 20 KB that hardly compress. */
function randomText(seed: number): string {
	let state = seed + 1;
	return Array.from({length: 10_000}, () => {
		state = (state * 48_271) % 2_147_483_647;
		return (state % 256).toString(16).padStart(2, '0');
	}).join('');
}

testWithSmallDisk('a store on a read-only disk is listed and read', async (t, directory, setReadOnly) => {
	const file = path.join(directory, 'store.db');
	const store = await openStore(file, {mode: 'create', clock});
	await store.addMessages(makeMessages(1, 100));
	await store.close();
	setReadOnly(true);
	const before = readFileSync(file);
	const reader = await openStore(file, {mode: 'read', clock});
	t.true(reader.isReadOnly);
	t.is((await Array.fromAsync(reader.readMessages(makeMessage()))).length, 100);
	await t.throwsAsync(openStore(file, {mode: 'write', clock}), {instanceOf: StoreError, message: /read-only/v});
	t.deepEqual(readFileSync(file), before);
	setReadOnly(false);
	const writer = await openStore(file, {mode: 'write', clock});
	await writer.addMessages(makeMessages(101, 300));
	t.is((await Array.fromAsync(reader.readMessages(makeMessage()))).length, 300);
	await writer.close();
	await reader.close();
});
