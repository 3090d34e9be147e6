import {copyFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import {StoreError} from '../../../source/store/store-error.ts';
import {openStore} from '../../../source/store/open-store.ts';
import type {Store} from '../../../source/store/store.ts';
import {queryContext} from '../../helpers/arbitrary-query.ts';
import {makeMessage} from '../../helpers/make-message.ts';
import {makeSqliteStore} from '../../helpers/temporary-store.ts';
import {findLines, findRecs, makeSeenStore, seenClock} from '../helpers/seen-store.ts';

const queryWorker = new URL('../../../source/store/sqlite/search/worker.js', import.meta.url);
const dyingWorker = new URL('../../helpers/dying-query-worker.js', import.meta.url);
const query = parseQuery('seen:here', queryContext);
/** More than are answered before somebody takes them. */
const screens = Array.from({length: 60}, (_, index) => [`here ${index}`]);

async function makeFile(t: ExecutionContext, texts: ReadonlyArray<readonly string[]> = screens): Promise<string> {
	const filled = await makeSeenStore(t, makeSqliteStore, texts);
	await filled.close();
	return filled.address;
}

async function openReader(t: ExecutionContext, file: string, worker: URL | undefined = queryWorker): Promise<Store> {
	const store = await openStore(file, {mode: 'read', clock: seenClock, queryWorker: worker});
	t.teardown(async () => store.close());
	return store;
}

for (const [where, worker] of [['in a thread', queryWorker], ['without a thread', undefined]] as const) {
	test(`a store that is moved away in the middle of a search is told, and read again when it is back, ${where}`, async t => {
		const file = await makeFile(t);
		const store = await openReader(t, file, worker);
		const moments = store.findMoments({query, hitsPerSession: 1})[Symbol.asyncIterator]();
		await moments.next();
		renameSync(file, `${file}.away`);
		const error = await t.throwsAsync(async () => {
			while ((await moments.next()).done !== true) {
				// What was found before is still told.
			}
		}, {instanceOf: StoreError, message: /store\.db: is no longer there: .*put it back/v});
		t.true(error instanceof StoreError && error.isRetryable);
		await t.throwsAsync(findRecs(store, 'seen:here'), {message: /no longer there/v});
		await t.throwsAsync(findRecs(store, ''), {message: /no longer there/v});
		await t.throwsAsync(store.getRevision(), {message: /no longer there/v});
		renameSync(`${file}.away`, file);
		t.is((await findLines(store, 'seen:here')).length, 60);
		t.is((await findRecs(store, 'seen:here')).length, 60);
	});
}

test('the search thread that begins while the store is away answers when it is back', async t => {
	const file = await makeFile(t);
	const store = await openReader(t, file);
	renameSync(file, `${file}.away`);
	await t.throwsAsync(findLines(store, 'seen:here'), {instanceOf: StoreError});
	renameSync(`${file}.away`, file);
	t.is((await findLines(store, 'seen:here')).length, 60);
});

test('nothing is written to a store that was removed: who looks is not logged into nowhere', async t => {
	const file = await makeFile(t);
	const reader = await openReader(t, file);
	const writer = await openStore(file, {mode: 'write', clock: seenClock});
	rmSync(file);
	await t.throwsAsync(reader.addAccess({action: 'play', what: 'x', detail: '', who: 'dora', at: 0}), {message: /no longer there/v});
	await t.throwsAsync(writer.addMessages([makeMessage({rec: 'new'})]), {message: /no longer there/v});
	await t.throwsAsync(writer.close(), {message: /no longer there/v});
});

test('a store that another one took the place of is read anew, and not written on', async t => {
	const [file, other] = [await makeFile(t), await makeFile(t, [['here alone']])];
	const reader = await openReader(t, file);
	const writer = await openStore(file, {mode: 'write', clock: seenClock});
	t.is((await findLines(reader, 'seen:here')).length, 60);
	rmSync(file);
	copyFileSync(other, file);
	t.deepEqual(await findLines(reader, 'seen:here'), ['0: [here] alone']);
	t.deepEqual(await findRecs(reader, ''), ['0']);
	await t.throwsAsync(writer.addMessages([makeMessage({rec: 'new'})]), {instanceOf: StoreError, message: /another file took its place.*start again/v});
	await t.throwsAsync(writer.close(), {message: /another file took its place/v});
});

test('what took the place of a store and is none is told, and a store after it is read', async t => {
	const [file, other] = [await makeFile(t), await makeFile(t, [['here alone']])];
	const reader = await openReader(t, file);
	rmSync(file);
	writeFileSync(file, 'not a database, but as long as the head of one has to be, so that it is looked at: '.repeat(20));
	await t.throwsAsync(findRecs(reader, ''), {instanceOf: StoreError, message: /not a scribery store/v});
	await t.throwsAsync(findRecs(reader, ''), {instanceOf: StoreError, message: /not a scribery store/v});
	rmSync(file);
	writeFileSync(file, '');
	await t.throwsAsync(findRecs(reader, ''), {instanceOf: StoreError, message: /an empty database/v});
	rmSync(file);
	copyFileSync(other, file);
	t.deepEqual(await findRecs(reader, ''), ['0']);
});

test('a search thread that dies in the middle is told, and the next search has another', async t => {
	const file = await makeFile(t);
	const store = await openReader(t, file, dyingWorker);
	t.is((await findLines(store, 'seen:here')).length, 60);
	writeFileSync(`${file}.die`, '');
	const error = await t.throwsAsync(findLines(store, 'seen:here'), {instanceOf: StoreError, message: /store\.db: the search thread ended in the middle; search again/v});
	t.true(error instanceof StoreError && error.isRetryable);
	t.is((await findLines(store, 'seen:here')).length, 60);
	t.is((await findRecs(store, 'seen:here')).length, 60);
});
