import {readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {systemClock} from '../../source/clock.ts';
import type {Store} from '../../source/store/store.ts';
import {makeMessages} from '../helpers/make-message.ts';
import {openConsole} from '../helpers/open-console.ts';
import {makeDirectory, makeSqliteStore} from '../helpers/temporary-store.ts';

async function makeStore(t: ExecutionContext): Promise<Store> {
	const store = await makeSqliteStore(t, systemClock);
	await store.addMessages([
		...makeMessages(1, 3, {user: 'alice', host: 'web1', rec: 'boot-1-a', exit: '0'}),
		...makeMessages(1, 3, {user: 'bob', host: 'db1', rec: 'boot-2-b', exit: '0'}),
		...makeMessages(1, 3, {user: 'erin', host: 'web2', rec: 'boot-3-c', exit: '0'}),
	]);
	return store;
}

test.serial('an export writes its file while the console goes on, and its reason into the access log first', async t => {
	const store = await makeStore(t);
	const app = openConsole(t, store);
	await app.sees('3 sessions');
	const file = path.join(makeDirectory(t), 'out.tlog');
	app.type('/host:web1\r');
	await app.sees('1 of 3 sessions');
	app.type('x');
	await app.sees('Export web1/1-a');
	app.type('\u{1B}[C'.repeat(6) + '\t'.repeat(6) + '\u{15}');
	app.type(`${file}\tcase 88\r`);
	await app.sees(' bytes.');
	t.regex(readFileSync(file, 'utf8'), /"out_txt"/v);
	t.like((await store.listAccess(1))[0], {action: 'export', what: 'web1/boot-1-a', detail: 'tlog case 88'});
});

test.serial('an export that cannot be written is told', async t => {
	const app = openConsole(t, await makeStore(t));
	await app.sees('3 sessions');
	app.type(':export text /nowhere/at/all.txt\r');
	await app.sees('/nowhere/at/all.txt');
	await app.sees('cannot be written');
});

test.serial('tags and notes given in the console stand in the store, with who gave them', async t => {
	const store = await makeStore(t);
	const app = openConsole(t, store);
	await app.sees('3 sessions');
	app.type('/host:web1\r');
	await app.sees('1 of 3 sessions');
	app.type('tcase-88\t\r');
	await app.sees('Tagged case-88.');
	app.type('clook at the end\r');
	await app.sees('Noted.');
	const key = {host: 'web1', rec: 'boot-1-a'};
	t.deepEqual((await store.listNotes(key)).map(({who, kind, text}) => ({who, kind, text})), [{who: 'dora', kind: 'tag', text: 'case-88'}, {who: 'dora', kind: 'note', text: 'look at the end'}]);
	t.deepEqual((await store.getSession(key))?.tags, ['case-88']);
});
