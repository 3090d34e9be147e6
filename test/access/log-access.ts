import path from 'node:path';
import test from 'ava';
import {describeViewer, nameViewer} from '../../source/access/name-viewer.ts';
import {logAccess} from '../../source/access/log-access.ts';
import {openStore} from '../../source/store/open-store.ts';
import {StoreError} from '../../source/store/store-error.ts';
import {makeDirectory, makeSqliteStore} from '../helpers/temporary-store.ts';

const clock = {now: () => 1_795_427_902_000, elapsedMs: () => 0};
const look = {action: 'play', what: 'web1/39d-1c81a', detail: 'text'} as const;

test('a look is written into the store that is looked at', async t => {
	const store = await makeSqliteStore(t, clock);
	await logAccess(store, look, {clock, environment: {}});
	const [entry] = await store.listAccess(10);
	t.like(entry, {...look, at: 1_795_427_902_000, who: nameViewer(), sequence: 1});
});

test('a look into a read-only store is written into the local log, with the address of the store', async t => {
	const store = await makeSqliteStore(t, clock);
	const state = makeDirectory(t);
	await logAccess({...store, isReadOnly: true}, look, {clock, environment: {XDG_STATE_HOME: state}});
	t.deepEqual(await store.listAccess(10), []);
	const log = await openStore(path.join(state, 'scribery', 'access.db'), {mode: 'read', clock});
	const [entry] = await log.listAccess(10);
	t.like(entry, {what: look.what, detail: `text in ${store.address}`});
	await log.close();
});

test('a look that cannot be written anywhere is refused', async t => {
	const store = await makeSqliteStore(t, clock);
	const environment = {XDG_STATE_HOME: '/dev/null'};
	const error = await t.throwsAsync(logAccess({...store, isReadOnly: true}, look, {clock, environment}), {instanceOf: StoreError});
	t.regex(error.message, /the local access log cannot be written .* so nothing is shown/v);
});

test('the viewer is the process\'s user, with the login behind it', t => {
	t.is(describeViewer({name: 'root', uid: 0, loginUid: 1000}), 'root (login uid 1000)');
	t.is(describeViewer({name: 'dora', uid: 1000, loginUid: 1000}), 'dora');
	t.is(describeViewer({name: 'dora', uid: 1000, loginUid: 4_294_967_295}), 'dora');
	t.is(describeViewer({name: undefined, uid: 1234, loginUid: undefined}), 'uid 1234');
});
