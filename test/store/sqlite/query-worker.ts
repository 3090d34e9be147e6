import test from 'ava';
import type {ExecutionContext} from 'ava';
import {parseQuery} from '../../../source/store/query/parse-query.ts';
import {QueryError} from '../../../source/store/query/query-error.ts';
import {openStore} from '../../../source/store/open-store.ts';
import {createWorkerSearches} from '../../../source/store/sqlite/search/worker-searches.ts';
import type {Store} from '../../../source/store/store.ts';
import {queryContext} from '../../helpers/arbitrary-query.ts';
import {makeDirectory, makeSqliteStore} from '../../helpers/temporary-store.ts';
import {findLines, findRecs, makeSeenStore, seenClock} from '../helpers/seen-store.ts';

const queryWorker = new URL('../../../source/store/sqlite/search/worker.js', import.meta.url);
const page = {sort: 'start', isDescending: true, limit: 10, offset: 0} as const;

async function openWithWorker(t: ExecutionContext, screens: ReadonlyArray<readonly string[]>): Promise<Store> {
	const filled = await makeSeenStore(t, makeSqliteStore, screens);
	await filled.close();
	const store = await openStore(filled.address, {mode: 'read', clock: seenClock, queryWorker});
	t.teardown(async () => store.close());
	return store;
}

test('a store with a search thread answers as one without', async t => {
	const store = await openWithWorker(t, [['a nginx'], ['b nginx'], ['c']]);
	t.deepEqual(await findLines(store, 'seen:nginx'), ['1: b [nginx]', '0: a [nginx]']);
	t.deepEqual(await findRecs(store, 'not seen:nginx'), ['2']);
	t.is((await store.countFacets({query: parseQuery('seen:nginx', queryContext), zone: 'UTC'})).user.values[0]?.count, 2);
	t.is((await store.countStats({query: parseQuery('', queryContext), zone: 'UTC', by: 'user'}))[0]?.sessions, 3);
});

test('more parts than are held ahead all come, and leaving early ends the search', async t => {
	const store = await openWithWorker(t, Array.from({length: 60}, (_, index) => [`here ${index}`]));
	t.is((await findLines(store, 'seen:here')).length, 60);
	const moments = store.findMoments({query: parseQuery('seen:here', queryContext), hitsPerSession: 1})[Symbol.asyncIterator]();
	const first = await moments.next();
	t.false(first.done);
	await moments.return?.();
	t.deepEqual(await findRecs(store, 'seen:59'), ['59']);
});

test('an aborted list is rejected with the reason', async t => {
	const store = await openWithWorker(t, [['here']]);
	const abort = new AbortController();
	const listing = store.listSessions({...page, query: parseQuery('seen:/h.*e/', queryContext)}, {signal: abort.signal});
	abort.abort(new TypeError('typed on'));
	await t.throwsAsync(listing, {instanceOf: TypeError, message: 'typed on'});
	t.deepEqual(await findRecs(store, 'seen:here'), ['0']);
});

test('an aborted search for moments ends while the thread is still busy with it', async t => {
	const store = await openWithWorker(t, [[`${'a'.repeat(60)}b`]]);
	const abort = new AbortController();
	const moments = store.findMoments({query: parseQuery('seen:/^(a+)+$/', queryContext), hitsPerSession: 1}, {signal: abort.signal})[Symbol.asyncIterator]();
	const next = moments.next();
	abort.abort(new TypeError('typed on'));
	await t.throwsAsync(async () => next, {instanceOf: TypeError, message: 'typed on'});
	t.true((await moments.next()).done);
});

test('an aborted search for moments ends without a thread, too', async t => {
	const store = await makeSeenStore(t, makeSqliteStore, [['here'], ['here']]);
	const abort = new AbortController();
	const moments = store.findMoments({query: parseQuery('seen:here', queryContext), hitsPerSession: 1}, {signal: abort.signal})[Symbol.asyncIterator]();
	abort.abort(new TypeError('typed on'));
	await t.throwsAsync(async () => moments.next(), {instanceOf: TypeError, message: 'typed on'});
});

test('a hostile regular expression in the thread is told at its place, and the caller goes on meanwhile', async t => {
	const store = await openWithWorker(t, [[`${'a'.repeat(60)}b`]]);
	let turns = 0;
	const timer = setInterval(() => {
		turns++;
	}, 20);
	const error = await t.throwsAsync(store.listSessions({...page, query: parseQuery('user:alice seen:/^(a+)+$/', queryContext)}), {instanceOf: QueryError, message: /too costly/v});
	clearInterval(timer);
	t.is('offset' in error ? error.offset : -1, 11);
	t.true(turns > 0);
	t.deepEqual(await findRecs(store, 'seen:aaa'), ['0']);
});

test('a store that is not there is a StoreError from the thread', async t => {
	const searches = createWorkerSearches(queryWorker, `${makeDirectory(t)}/none.db`, seenClock);
	await t.throwsAsync(searches.listSessions({...page, query: {type: 'all'}}), {name: 'StoreError', message: /there is no store here/v});
	await searches.close();
});

test('a thread that cannot start is a StoreError that may be tried again', async t => {
	const searches = createWorkerSearches(new URL('none.js', queryWorker), 'store.db', seenClock);
	const error = await t.throwsAsync(searches.listSessions({...page, query: {type: 'all'}}), {name: 'StoreError', message: /the search thread failed/v});
	t.true('isRetryable' in error && error.isRetryable === true);
});
