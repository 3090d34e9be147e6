import {copyFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {indexSession} from '../../source/index/index-session.ts';
import {indexStore} from '../../source/index/index-store.ts';
import type {IndexProgress} from '../../source/index/index-count.ts';
import {indexVersion} from '../../source/store/index-version.ts';
import {startIndexing} from '../../source/index/start-indexing.ts';
import {damageBlocks} from '../helpers/damage-blocks.ts';
import {openFixture} from '../helpers/fixture-store.ts';
import {makeMessages} from '../helpers/make-message.ts';
import {makeDirectory, makeSqliteStore} from '../helpers/temporary-store.ts';

const worker = new URL('../../source/index/worker.js', import.meta.url);
const clock = {now: () => Date.UTC(2026, 10, 24), elapsedMs: () => 0};

test('the index of a shell session tells size, activity and last screen', async t => {
	const {store, session} = await openFixture('web1-alice-nginx.jsonl');
	const {version, summary, gaps, activity} = await indexSession(store, session);
	t.is(version, indexVersion);
	t.like(summary, {columns: 80, rows: 24, resizes: 0, gaps: 0, gapMs: 0, isPipe: false, hasInput: false, indexedId: session.lastId});
	t.true(summary.lastScreen.some(line => line.includes('exit')));
	t.deepEqual(gaps, []);
	t.is(activity.reduce((sum, span) => sum + span.outputBytes, 0), summary.outputBytes);
});

test('missing messages are gaps of the index', async t => {
	const {store, session} = await openFixture('db1-frank-gap.jsonl');
	const {gaps, summary} = await indexSession(store, session);
	t.deepEqual(gaps.map(({kind, firstId, lastId}) => [kind, firstId, lastId]), [['missing', 5, 6], ['missing', 11, 11]]);
	t.is(summary.gaps, 2);
});

test('each new size is in the index', async t => {
	const {store, session} = await openFixture('web1-erin-resize.jsonl');
	const {resizes, summary} = await indexSession(store, session);
	t.is(summary.resizes, resizes.length);
	t.true(resizes.length >= 9);
	t.true(resizes.some(({columns, rows}) => columns === 132 && rows === 43));
});

test('a recording without a terminal is one of a pipe', async t => {
	const {store, session} = await openFixture('db2-deploy-pipe.jsonl');
	const {summary} = await indexSession(store, session);
	t.like(summary, {isPipe: true, hasInput: true});
});

test('a hostile recording is indexed like any other', async t => {
	const {store, session} = await openFixture('bastion1-mallory-hostile.jsonl');
	const {summary} = await indexSession(store, session);
	t.is(summary.indexedId, session.lastId);
	t.false(summary.lastScreen.some(line => /\p{Control}/v.test(line)));
});

test('indexing a store leaves nothing to index until messages come', async t => {
	const store = await makeSqliteStore(t, clock);
	await store.addMessages([...makeMessages(1, 3), ...makeMessages(1, 2, {host: 'web2'})]);
	const progress: IndexProgress[] = [];
	t.is(await indexStore(store, {onProgress(each) {
		progress.push(each);
	}}), 2);
	const last = progress.at(-1);
	t.like(last, {sessionsDone: 2, sessions: 2});
	t.true(last !== undefined && last.bytes > 0);
	t.is(last?.bytesDone, last?.bytes);
	t.deepEqual(await store.listUnindexed(indexVersion), []);
	await store.addMessages(makeMessages(3, 3, {host: 'web2'}));
	t.is(await indexStore(store), 1);
	await store.close();
});

test('a damaged recording is told when all others are indexed', async t => {
	const store = await makeSqliteStore(t, clock);
	for (const host of ['web0', 'web1']) {
		await store.addMessages(makeMessages(1, 64, {host}));
	}

	damageBlocks(store);
	await store.addMessages(makeMessages(1, 2, {host: 'web2'}));
	const told = {name: 'StoreError', message: /does not unpack.*not indexed: web0\/.*, and 1 more\)/v};
	await t.throwsAsync(startIndexing({worker, address: store.address, isRebuild: false}), told);
	const left = await store.listUnindexed(indexVersion);
	t.deepEqual(left.map(({host}) => host), ['web0', 'web1']);
	await t.throwsAsync(indexStore(store), told);
	await store.close();
});

test('the worker indexes a store and tells its progress', async t => {
	const {store, session} = await openFixture('web1-carol-less.jsonl.gz');
	const progress: IndexProgress[] = [];
	t.is(await startIndexing({worker, address: store.address, isRebuild: false, onProgress(each) {
		progress.push(each);
	}}), 1);
	t.true(progress.length > 0);
	const indexed = await store.getSession(session);
	t.is(indexed?.summary?.indexedId, session.lastId);
	t.is(await startIndexing({worker, address: store.address, isRebuild: false}), 0);
	t.is(await startIndexing({worker, address: store.address, isRebuild: true}), 1);
	await store.close();
});

test('indexing that is stopped ends with the reason, and the store can be indexed afterwards', async t => {
	const {store, session} = await openFixture('web1-deploy-build.jsonl.zst');
	const stop = new AbortController();
	await t.throwsAsync(startIndexing({worker, address: store.address, isRebuild: false, signal: stop.signal, onProgress() {
		stop.abort();
	}}), {name: 'AbortError'});
	await t.throwsAsync(startIndexing({worker, address: store.address, isRebuild: false, signal: stop.signal}), {name: 'AbortError'});
	await startIndexing({worker, address: store.address, isRebuild: false});
	const indexed = await store.getSession(session);
	t.is(indexed?.summary?.indexedId, session.lastId);
	await store.close();
});

test('a store that the worker cannot open is a StoreError', async t => {
	const file = path.join(makeDirectory(t), 'store.db');
	copyFileSync(new URL(import.meta.url), file);
	await t.throwsAsync(startIndexing({worker, address: file, isRebuild: false}), {name: 'StoreError'});
});
