import {spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {systemClock} from '../../source/clock.ts';
import {openStore} from '../../source/store/open-store.ts';
import {makeMessage} from '../helpers/make-message.ts';
import {putIndex} from '../helpers/put-index.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';
import {makeIndexOf, makeLines} from '../store/helpers/seen-store.ts';

const launcher = fileURLToPath(new URL('../../../source/launch/scribery.cjs', import.meta.url));
const hostile = 'seen:/^(a+)+$/';

/** A store in a home of its own, with a line that takes the hostile pattern to its limit of 2 s. */
async function makeHostileHome(): Promise<string> {
	const home = makeHome();
	const file = path.join(home, 'store.db');
	const store = await openStore(file, {mode: 'create', clock: systemClock});
	const message = makeMessage({exit: '0'});
	await store.addMessages([message]);
	await putIndex(store, message, makeIndexOf({lastId: 1}), makeLines([`${'a'.repeat(60)}b`]));
	await store.close();
	return home;
}

test('a pattern that takes too long ends a search with its place, status 2', async t => {
	const home = await makeHostileHome();
	const {status, stdout, stderr} = runScribery(home, ['search', hostile, '--store', path.join(home, 'store.db')]);
	t.like({status, stdout}, {status: 2, stdout: ''});
	t.regex(stderr, /query:1:1: this regular expression is too costly/v);
});

test('Ctrl-C is heard while a pattern keeps the search busy', async t => {
	const home = await makeHostileHome();
	const probe = fileURLToPath(new URL('../helpers/mark-search.js', import.meta.url));
	const run = spawn(process.execPath, [launcher, 'search', hostile, '--store', path.join(home, 'store.db')], {
		env: {PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', TZ: 'UTC', NODE_OPTIONS: `--import=${probe}`},
	});
	const ended = once(run, 'exit');
	const complaint = text(run.stderr);
	await once(run.stdout, 'data'); // The pattern is at work, and would be for two seconds.
	run.kill('SIGINT');
	t.deepEqual(await ended, [null, 'SIGINT']);
	t.is(await complaint, '');
});
