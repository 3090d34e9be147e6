import {copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {systemClock} from '../../source/clock.ts';
import {findRecordings} from '../../source/commands/import/find-recordings.ts';
import {importFiles} from '../../source/commands/import/import-files.ts';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeDirectory, makeSqliteStore} from '../helpers/temporary-store.ts';

const fixture = fixturePath('web1-alice-nginx.jsonl');
const quiet = {signal: new AbortController().signal, onProgress() {/* Nobody looks. */}};

test('a file is itself whatever its name, a directory the recordings in it and below', async t => {
	const folder = makeDirectory(t);
	mkdirSync(path.join(folder, 'old'));
	for (const name of ['b.cast', 'a.log', 'a.log.1.gz', 'old/c.jsonl.zst', 'notes.txt', '.hidden.log', 'old/tlog-json', 'x.json']) {
		writeFileSync(path.join(folder, name), 'abc');
	}

	const found = await findRecordings(folder);
	t.deepEqual(found.map(({file}) => path.relative(folder, file)), ['a.log', 'a.log.1.gz', 'b.cast', 'old/c.jsonl.zst', 'x.json']);
	t.is(found[0]?.bytes, 3);
	t.deepEqual(await findRecordings(path.join(folder, 'notes.txt')), [{file: path.join(folder, 'notes.txt'), bytes: 3}]);
});

test('what is not there, and a directory without recordings, is told', async t => {
	const folder = makeDirectory(t);
	await t.throwsAsync(findRecordings(path.join(folder, 'none')), {name: 'UserError', message: /none cannot be opened: ENOENT/v});
	await t.throwsAsync(findRecordings(folder), {name: 'UserError', message: /has no recordings: expected files named \.log/v});
});

test('files are imported with progress by the bytes read of them, packed ones too', async t => {
	const folder = makeDirectory(t);
	copyFileSync(fixture, path.join(folder, 'a.jsonl'));
	writeFileSync(path.join(folder, 'b.jsonl.gz'), gzipSync(readFileSync(fixture)));
	const store = await makeSqliteStore(t, systemClock);
	const shares: number[] = [];
	let bytesRead = 0;
	const files = await findRecordings(folder);
	const told = await importFiles(store, files, {signal: quiet.signal, onProgress({share, bytesDone, total, unit}) {
		shares.push(share);
		bytesRead = bytesDone;
		t.deepEqual([total, unit], [2, 'files']);
	}});
	t.regex(told, /^Imported 2 files, (?<all>\d+) messages: (?<half>\d+) new, \k<half> doubled, 0 refused\.$/v);
	t.deepEqual([shares.at(-1), bytesRead], [1, files.reduce((sum, {file}) => sum + statSync(file).size, 0)]);
	t.deepEqual(shares.toSorted((a, b) => a - b), shares);
});

test('a file that is no recording does not keep the others out, and is told', async t => {
	const folder = makeDirectory(t);
	const bad = path.join(folder, 'a.log');
	writeFileSync(bad, 'Nov 23 cron[1]: nothing\n');
	const store = await makeSqliteStore(t, systemClock);
	const told = await importFiles(store, [{file: bad, bytes: 24}, {file: path.join(folder, 'gone.log'), bytes: 0}, {file: fixture, bytes: statSync(fixture).size}], quiet);
	t.regex(told, /^Imported 3 files, \d+ messages: \d+ new, 0 doubled, 2 refused\. First problem: .*a\.log/v);
	await t.throwsAsync(importFiles(store, [{file: bad, bytes: 24}], quiet), {name: 'UserError', message: /a\.log/v});
});

test('an import that is stopped says so', async t => {
	const store = await makeSqliteStore(t, systemClock);
	const stop = new AbortController();
	const started = importFiles(store, await findRecordings(fixture), {signal: stop.signal, onProgress() {
		stop.abort();
	}});
	await t.throwsAsync(started, {name: 'AbortError'});
});
