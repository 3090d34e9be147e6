import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {printComparison} from './parts/print-comparison.ts';
import type {Measured} from './parts/print-comparison.ts';

/**
`scribery rec` beside tlog-rec, script and asciinema, each in a real terminal drained by the same small program (`drain-terminal.py`), in turns within one run. Prints a table of medians with the spread of each.

    node dist/benchmark/rec.js [ROUNDS]
*/
const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(path.join(os.tmpdir(), 'scribery-bench-'));
const log = path.join(folder, 'log');
const text = path.join(folder, 'text');
const drain = fileURLToPath(new URL('../../benchmark/drain-terminal.py', import.meta.url));
const launcher = fileURLToPath(new URL('../../source/launch/scribery.cjs', import.meta.url));

const recorders: Readonly<Record<string, (command: string) => string[]>> = {
	none: command => ['sh', '-c', command],
	'scribery rec': command => [process.execPath, launcher, 'rec', '-o', log, '--', 'sh', '-c', command],
	'tlog-rec': command => ['tlog-rec', '-w', 'file', '-o', log, 'sh', '-c', command],
	script: command => ['script', '-q', '-c', command, log],
	asciinema: command => ['asciinema', 'rec', '-q', '-c', command, log],
};

const questions: Readonly<Record<string, readonly [mode: string, command: string]>> = {
	'`true`': ['run', 'true'],
	'`seq 1 2000000`': ['run', 'seq 1 2000000'],
	'`cat` of 100 MB': ['run', `cat ${text}`],
	'echo of a key': ['echo', 'stty raw -echo; echo ready; exec cat'],
	'kill -9': ['kill', 'n=0; while :; do n=$((n+1)); echo "line $n."; sleep 0.01; done'],
};

writeFileSync(text, Array.from({length: 1_000_000}, (_, line) => `${line} the quick brown fox jumps over the lazy dog, ${'naïve → ünïcode '.repeat(2)}${line * 7919}\n`).join('').slice(0, 96_000_000));
console.log(`${os.cpus()[0]?.model}, ${os.cpus().length} cores, Linux ${os.release()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, ${rounds} rounds, load ${os.loadavg()[0]?.toFixed(1)}`);
for (const [question, [mode, command]] of Object.entries(questions)) {
	const results = new Map<string, Measured[]>();
	for (let round = 0; round < (question === '`true`' ? rounds * 4 : rounds); round++) {
		for (const [name, wrap] of Object.entries(recorders)) {
			if (mode !== 'kill' || name !== 'none') {
				results.set(name, [...results.get(name) ?? [], measure(mode, wrap(command))]);
			}
		}
	}

	console.log(printComparison(question, results));
}

rmSync(folder, {recursive: true});

function measure(mode: string, words: readonly string[]): Measured {
	rmSync(log, {force: true});
	const {stdout, stderr, status} = spawnSync('python3', [drain, mode, log, ...words], {encoding: 'utf8', env: {...process.env, LC_ALL: 'C.UTF-8', TERM: 'xterm'}, timeout: 120_000});
	if (status !== 0) {
		throw new Error(`${words.join(' ')}: ${stderr}`);
	}

	// The drain program prints one JSON object of numbers.
	const measured = JSON.parse(stdout) as Measured;
	return 'MB/s' in measured ? {...measured, logMb: (statSync(log, {throwIfNoEntry: false})?.size ?? 0) / 1e6} : measured;
}
