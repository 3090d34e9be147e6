import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {makeSession} from './parts/make-session.ts';
import {launcher} from './parts/programs.ts';
import {median} from './parts/statistics.ts';
import {writeResult} from './parts/write-result.ts';

// How fast a log of 100 MB of output comes in: stored, and stored and indexed. Beside it what only reads the same file: jq as a reader of JSON lines, tlog-play as the reader of this format.
const outputBytes = 100_000_000;
const turns = 3;
const folder = mkdtempSync(path.join(tmpdir(), 'scribery-benchmark-'));
const file = path.join(folder, 'session.jsonl');
await makeSession(file, outputBytes);
const megabytes = statSync(file).size / 1_000_000;

const contenders: Readonly<Record<string, () => readonly string[]>> = {
	'scribery import --no-index': () => [process.execPath, launcher, 'import', '--no-index', '--store', freshStore(), file],
	'scribery import': () => [process.execPath, launcher, 'import', '--store', freshStore(), file],
	'jq -c . (reads only)': () => ['sh', '-c', `jq -c . ${file} > /dev/null`],
	// It needs a standard input that stays open: the sleeper ends with it.
	'tlog-play -g end (reads only)': () => ['bash', '-c', `exec 3< <(exec sleep 60); tlog-play -i ${file} -g end <&3 > /dev/null; status=$?; kill $!; exit $status`],
};

const seconds = new Map<string, number[]>(Object.keys(contenders).map(name => [name, []]));
for (let turn = 0; turn < turns; turn++) {
	for (const [name, words] of Object.entries(contenders)) {
		seconds.get(name)?.push(time(words()));
	}
}

rmSync(folder, {recursive: true});
const own = median(seconds.get('scribery import') ?? []);
writeResult('import', 'Import', [
	`One recording of ${outputBytes / 1_000_000} MB of output, ${megabytes.toFixed(0)} MB of lines; median of ${turns} runs in turn, whole processes.`,
	'',
	'| command | seconds | MB of lines a second | against `scribery import` |',
	'| --- | --- | --- | --- |',
	...[...seconds].map(([name, values]) => `| \`${name}\` | ${median(values).toFixed(2)} | ${(megabytes / median(values)).toFixed(1)} | ${(median(values) / own).toFixed(2)} |`),
].join('\n'));

function freshStore(): string {
	return path.join(mkdtempSync(path.join(folder, 'store-')), 'store.db');
}

function time([command = '', ...words]: readonly string[]): number {
	const start = performance.now();
	const {status, stderr} = spawnSync(command, words, {env: {...process.env, LANG: 'C.UTF-8'}, stdio: ['ignore', 'ignore', 'pipe']});
	if (status !== 0) {
		throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${stderr.toString()}`);
	}

	return (performance.now() - start) / 1000;
}
