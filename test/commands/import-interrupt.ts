import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const launcher = fileURLToPath(new URL('../../../source/launch/scribery.cjs', import.meta.url));

function startImport(home: string, files: readonly string[]) {
	return spawn(process.execPath, [launcher, 'import', ...files], {env: {PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', TZ: 'UTC'}});
}

test('Ctrl-C while a pipe stays open ends with 130, quietly, and what came before is stored', async t => {
	const home = makeHome();
	const running = startImport(home, [fixturePath('web1-alice-nginx.jsonl'), '-']);
	running.stdin.write(readFileSync(fixturePath('web1-carol-less.jsonl.gz')));
	const errors = text(running.stderr);
	const printed = text(running.stdout);
	// The first file is told when it is stored; from then on the pipe is read.
	await once(running.stdout, 'data');
	running.kill('SIGINT');
	const [status] = await once(running, 'exit') as [number];
	t.is(status, 130);
	t.is(await errors, '');
	t.regex(await printed, /web1-alice-nginx\.jsonl: 1 recordings, 8 messages: 8 new/v);
	t.true(runScribery(home, ['ls', '--json']).stdout.includes('"messages":8'));
});

test('Ctrl-C before anything came ends with 130, quietly', async t => {
	const home = makeHome();
	const running = startImport(home, [fixturePath('web1-alice-nginx.jsonl'), '-', path.join(home, 'none')]);
	const errors = text(running.stderr);
	await once(running.stdout, 'data');
	running.kill('SIGINT');
	const [status] = await once(running, 'exit') as [number];
	t.is(status, 130);
	t.is(await errors, '');
});
