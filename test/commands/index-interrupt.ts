import {spawn} from 'node:child_process';
import type {ChildProcessWithoutNullStreams} from 'node:child_process';
import {once} from 'node:events';
import {copyFileSync, readdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {DatabaseSync} from 'node:sqlite';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {indexVersion} from '../../source/store/index-version.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const launcher = fileURLToPath(new URL('../../../source/launch/scribery.cjs', import.meta.url));
const marks = fileURLToPath(new URL('../helpers/mark-writes.js', import.meta.url));
const names = ['web1-alice-nginx.jsonl', 'db1-frank-gap.jsonl', 'db2-deploy-pipe.jsonl', 'web1-carol-less.jsonl.gz', 'web1-deploy-build.jsonl.zst', 'web1-erin-resize.jsonl'];
const home = makeHome();
const indexed = path.join(home, 'indexed.db');

/** Prints more text than an indexer holds in memory: its pass writes before it ends. */
const flood = Array.from({length: 20}, (_, index) => {
	const out = Array.from({length: 1000}, (__, row) => `${index} ${row} `.padEnd(79, 'of a long output ')).join('\r\n');
	return JSON.stringify({ver: '2.3', host: 'web9', rec: 'flood', user: 'alice', term: 'xterm', session: 1, id: index + 1, pos: index, time: 1_795_000_000 + index, timing: `=80x24>${out.length}`, in_txt: '', in_bin: [], out_txt: out, out_bin: []});
}).join('\n');

test.before(() => {
	const file = path.join(home, 'plain.db');
	runScribery(home, ['import', '--no-index', '--store', file, '-', ...names.map(name => fixturePath(name))], flood);
	copyFileSync(file, indexed);
	runScribery(home, ['index', '--store', indexed]);
});

function copyPlain(name: string): string {
	const file = path.join(home, `${name}.db`);
	copyFileSync(path.join(home, 'plain.db'), file);
	return file;
}

function startIndex(file: string, environment: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams {
	return spawn(process.execPath, [launcher, 'index', '--store', file], {
		env: {PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', TZ: 'UTC', NODE_OPTIONS: `--import=${marks}`, ...environment},
	});
}

/** All that can be found and asked of a store, and that nothing unseen is left in it. */
function describe(file: string): unknown {
	const database = new DatabaseSync(file);
	const unseen = database.prepare('select count(*) as count from seen_chunks where not is_visible').get()?.count;
	database.exec('insert into seen_words (seen_words) values (\'integrity-check\')');
	database.exec('insert into seen_parts (seen_parts) values (\'integrity-check\')');
	database.exec('insert into seen_pairs (seen_pairs) values (\'integrity-check\')');
	database.close();
	const found = runScribery(home, ['search', 'seen:of or seen:e', '--json', '--limit', '100000', '--store', file]);
	const listed = runScribery(home, ['ls', '--json', '--store', file]);
	return {unseen, status: found.status, found: found.stdout, listed: listed.stdout};
}

for (const commit of ['1', '2']) {
	test.serial(`an index run that is killed in its ${commit}. write is made up for by the next one`, async t => {
		const file = copyPlain(`killed-${commit}`);
		const [, signal] = await once(startIndex(file, {DIE_IN_WRITE: commit, WRITES_FILE: `${file}.writes`}), 'exit') as [unknown, string];
		t.is(signal, 'SIGKILL');
		t.is(runScribery(home, ['index', '--store', file]).status, 0);
		t.deepEqual(describe(file), describe(indexed));
	});
}

/** A lock on a store under which index runs read, and come to where they want to write. */
async function holdWrites(file: string, runs: readonly ChildProcessWithoutNullStreams[], letGo: (database: DatabaseSync) => void): Promise<void> {
	const database = new DatabaseSync(file);
	database.exec('begin immediate');
	await Promise.all(runs.map(async run => once(run.stdout, 'data')));
	letGo(database);
	database.close();
}

test.serial('two index runs at once end well, and the store is as after one', async t => {
	const file = copyPlain('two');
	const runs = [startIndex(file), startIndex(file)];
	const ended = Promise.all(runs.map(async run => Promise.all([once(run, 'exit'), text(run.stderr)])));
	await holdWrites(file, runs, database => {
		database.exec('rollback');
	});
	t.deepEqual(await ended, [[[0, null], ''], [[0, null], '']]);
	t.deepEqual(describe(file), describe(indexed));
});

test.serial('a store that is removed while it is indexed is told in one line', async t => {
	const file = copyPlain('removed');
	const run = startIndex(file);
	const ended = Promise.all([once(run, 'exit'), text(run.stderr)]);
	await holdWrites(file, [run], database => {
		for (const name of readdirSync(home).filter(each => each.startsWith('removed.db'))) {
			rmSync(path.join(home, name));
		}

		database.exec('rollback');
	});
	const [exit, complaint] = await ended;
	t.deepEqual(exit, [3, null]);
	t.is(complaint, `scribery: ${file}: is no longer there: it was moved or removed while it was open; put it back, or name another store with --store\n`);
});

test.serial('what another version indexed is indexed anew without being asked', t => {
	const file = path.join(home, 'older.db');
	copyFileSync(indexed, file);
	const database = new DatabaseSync(file);
	database.prepare('update sessions set index_version = ?').run(indexVersion - 1);
	database.close();
	const run = runScribery(home, ['index', '--json', '--store', file]);
	const recordings = runScribery(home, ['ls', '--json', '--store', file]).stdout.trim().split('\n').length;
	t.is(run.stdout, `{"type":"job","name":"index","recordings":${recordings}}\n`);
	t.deepEqual(describe(file), describe(indexed));
});
