import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {highlight} from '../../source/commands/search/highlight.ts';
import {limitHits} from '../../source/commands/search/limit-hits.ts';
import {measureText} from '../../source/console/text/measure-text.ts';
import type {MomentsPart} from '../../source/store/moments.ts';
import {ConsoleDriver} from '../helpers/console-driver.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeSession} from '../helpers/make-session.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const launcher = fileURLToPath(new URL('../../../source/launch/scribery.cjs', import.meta.url));
const home = makeHome();
runScribery(home, ['import', ...['web1-alice-nginx.jsonl', 'web2-carol-unicode.jsonl', 'bastion1-mallory-hostile.jsonl', 'web2-alice-vim.jsonl', 'db1-bob-password.jsonl'].map(name => fixturePath(name))]);

function run(...argv: readonly string[]) {
	return runScribery(home, argv);
}

type HitJson = {readonly type: string; readonly address: string; readonly positionMs: number; readonly line: string; readonly match: ReadonlyArray<readonly [number, number]>; readonly kind: string};

function readHits(...argv: readonly string[]): readonly HitJson[] {
	return run('search', ...argv, '--json').stdout.trim().split('\n').map(line => JSON.parse(line) as HitJson);
}

test('search in a pipe prints address, kind and line between TABs', t => {
	const {stdout, status} = run('search', '"test failed"');
	t.is(status, 0);
	t.deepEqual(stdout.split('\n', 1)[0]?.split('\t'), ['web1/2f6c1d0e7a3b4c559e1f0b8d6a4c2e71-11f6-17cff304@0:10.173', 's', 'nginx: configuration file /etc/nginx/nginx.conf test failed']);
});

test('each address that search prints shows a screen with the line', t => {
	const rows = run('search', 'seen:nginx').stdout.trim().split('\n').map(row => row.split('\t'));
	t.true(rows.length > 5);
	for (const [address = '', , line = ''] of rows.slice(0, 6)) {
		t.true(run('show', address, '--screen').stdout.replaceAll(/\s/gv, '').includes(line.replaceAll(/\s/gv, '')), `${address} ${line}`);
	}
});

test('search --json counts matches in characters and ends with what was searched', t => {
	const rows = readHits('seen:greeting');
	t.deepEqual(rows.at(-1), {type: 'coverage', searched: 5, total: 5, unindexed: 0} as unknown as HitJson);
	const hits = rows.slice(0, -1);
	t.true(hits.length > 3);
	for (const {line, match} of hits) {
		const [from, to] = match[0] ?? [0, 0];
		t.is([...line].slice(from, to).join(''), 'greeting');
	}
});

test('search finds what was typed only where that was recorded, and no password', t => {
	t.true(readHits('typed:sudo').slice(0, -1).every(({kind}) => kind === 'typed'));
	t.false(run('search', 'typed:*').stdout.includes('•'));
});

test('search ends with 1 and says how much was searched when nothing is found', t => {
	t.like(run('search', 'nobodywrotethis'), {status: 1, stdout: '', stderr: 'No hit in 5 of 5 sessions.\n'});
});

test('search tells sessions that are not indexed', t => {
	const other = makeHome();
	runScribery(other, ['import', '--no-index', fixturePath('web1-alice-nginx.jsonl')]);
	const {status, stderr} = runScribery(other, ['search', 'nginx']);
	t.is(status, 1);
	t.regex(stderr, /^1 of 1 sessions are not indexed and were not searched: scribery index\.$/mv);
});

test('search --limit ends the search and says so', t => {
	const {stdout, stderr} = run('search', 'seen:nginx', '--limit', '2');
	t.is(stdout.trim().split('\n').length, 2);
	t.is(stderr, 'The first 2 hits: --limit shows more.\n');
});

test('search finds in a hostile recording without a control on the way out', t => {
	const {stdout} = run('search', 'user:mallory seen:*e*', '--limit', '500');
	t.true(stdout.length > 100);
	t.notRegex(stdout, /[\u{0}-\u{8}\u{B}-\u{1F}\u{7F}-\u{9F}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/v);
});

test('search whose reader goes away ends quietly', t => {
	const {stderr, stdout} = spawnSync('sh', ['-c', `'${process.execPath}' '${launcher}' search 'seen:*e*' --limit 5000 | head -n 1`], {encoding: 'utf8', env: {PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8'}});
	t.is(stderr, '');
	t.is(stdout.trim().split('\n').length, 1);
});

test('search is in the access log', t => {
	const other = makeHome();
	runScribery(other, ['import', fixturePath('web1-alice-nginx.jsonl')]);
	runScribery(other, ['search', 'seen:unheardof']);
	const {stdout} = spawnSync('grep', ['-c', 'seen:unheardof', '-a', '-r', path.join(other, '.local/share/scribery')], {encoding: 'utf8'});
	t.regex(stdout, /[1-9]/v);
});

test('search without words to look for, or with a mistake, ends with 2', t => {
	t.regex(run('search', 'user:alice').stderr, /nothing to look for/v);
	t.is(run('search').status, 2);
	t.regex(run('search', 'seen:"oops').stderr, /query:1:6: this quote is not closed\n {2}seen:"oops\n {7}\^/v);
	t.regex(run('stats', 'usr:x').stderr, /query:1:1: unknown field "usr"/v);
});

for (const [environment, expected] of [[{}, 'nginx.conf test failed'], [{NO_COLOR: '1'}, 'nginx.conf [test failed]']] as const) {
	test(`search on a terminal groups hits under their session, with ${JSON.stringify(environment)} as ${expected}`, async t => {
		const terminal = new ConsoleDriver({argv: ['search', '"test failed"'], environment: {HOME: home, TZ: 'UTC', ...environment}, columns: 100});
		try {
			t.is(await terminal.exits(), 0);
			await terminal.sees('@0:31.194');
			const lines = terminal.readLines();
			t.regex(lines.find(line => line.startsWith('web1/')) ?? '', /^web1\/11f6-17cff304 {2}alice {2}Nov 16 09:46 {2}0:57 {2}2 hits$/v);
			t.true(lines.includes(`  @0:10.173  s  nginx: configuration file /etc/nginx/${expected}`), lines.join('\n'));
			t.is(terminal.written.includes('\u{1B}[1;7mtest failed\u{1B}[0m'), !('NO_COLOR' in environment));
			// The row below it on the screen.
			t.true(lines.includes('                root@web1:/etc/nginx#'), lines.join('\n'));
		} finally {
			terminal.close();
		}
	});
}

test('a long line is cut so that its match is seen', t => {
	const line = `${'a'.repeat(200)}match${'b'.repeat(200)}`;
	t.regex(highlight(line, [{from: 200, to: 205}], {look: 'plain', columns: 40}), /^…a+\[match\]b+…$/v);
	t.regex(highlight(line, [], {look: 'plain', columns: 40}), /^a{39}…$/v);
	t.regex(highlight(line, [{from: 0, to: 405}], {look: 'plain', columns: 40}), /^\[a{38}…$/v);
});

test('a line is cut by the cells it takes, between characters', t => {
	const wide = `${'世'.repeat(60)}match${'界'.repeat(60)}`;
	const emoji = `${'👩‍🚀'.repeat(60)}match${'😀'.repeat(60)}`;
	for (const line of [wide, emoji]) {
		const from = line.indexOf('match');
		for (const columns of [20, 21, 22, 23]) {
			const shown = highlight(line, [{from, to: from + 5}], {look: 'plain', columns});
			t.true(shown.isWellFormed());
			t.true(shown.includes('[match]'), shown);
			t.true(measureText(shown) <= columns && measureText(shown) > columns - 3, `${measureText(shown)} of ${columns}: ${shown}`);
		}
	}
});

test('controls and bidirectional marks of a hit are shown', t => {
	t.is(highlight('a\u{202E}b\u{1B}c', [{from: 1, to: 3}], {look: 'plain', columns: 40}), String.raw`a[\u202eb]\x1bc`);
});

test('search --limit --json ends with what was searched, too', t => {
	const rows = readHits('seen:*e*', '--limit', '1');
	t.is(rows.length, 2);
	t.deepEqual(rows.at(-1), {type: 'coverage', searched: 5, total: 5, unindexed: 0} as unknown as HitJson);
});

test('search --limit tells sessions that are not indexed', t => {
	const other = makeHome();
	runScribery(other, ['import', fixturePath('web1-alice-nginx.jsonl')]);
	runScribery(other, ['import', '--no-index', fixturePath('web2-alice-vim.jsonl')]);
	t.is(runScribery(other, ['search', 'nginx', '--limit', '1']).stderr, '1 of 2 sessions are not indexed and were not searched: scribery index.\nThe first 1 hits: --limit shows more.\n');
});

test('a limit cuts the hits of the session that reaches it, and passes on what was searched', async t => {
	async function * find(): AsyncGenerator<MomentsPart> {
		const hit = {kind: 'seen', fromMs: 0, untilMs: 0, line: 'x', matches: []} as const;
		yield {type: 'session', session: makeSession({}), hits: [hit, hit], count: 2};
		yield {type: 'session', session: makeSession({}), hits: [hit, hit], count: 2};
		yield {type: 'coverage', searched: 2, total: 3, unindexed: 1};
	}

	const tally = {hits: 0, isCut: false};
	const parts = await Array.fromAsync(limitHits(find(), 3, tally));
	t.deepEqual(parts.map(part => part.type === 'session' ? part.hits.length : part.type), [2, 1, 'coverage']);
	t.deepEqual(tally, {hits: 3, isCut: true});
});
