import {createReadStream, mkdtempSync, rmSync} from 'node:fs';
import {loadavg, tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {spawn} from 'node-pty';
import {systemClock} from '../source/clock.ts';
import {collectLines} from '../source/collect/collect-lines.ts';
import {splitLines} from '../source/format/recording/split-lines.ts';
import {startIndexing} from '../source/index/start-indexing.ts';
import {openStore} from '../source/store/open-store.ts';
import {makeRows} from './parts/make-sessions.ts';
import {launcher} from './parts/programs.ts';
import {percentile} from './parts/statistics.ts';
import {hosts, users} from './parts/shell-text.ts';
import {writeResult} from './parts/write-result.ts';

// How long after a letter is typed into the filter box of the console the list follows: ranked at once from the rows that are loaded, and as the store answers.
const rows = Number(process.argv[2] ?? 100_000);
/** Both begin to count with the letter; see source/console/sessions/edit-filter.ts. */
const rankDelayMs = 80;
const askDelayMs = 250;
const betweenMs = 1500;
/** The clock in the corner is written, too, each second. */
const rowsBytes = 600;
const folder = mkdtempSync(path.join(tmpdir(), 'scribery-benchmark-'));
const address = path.join(folder, 'store.db');
const file = await makeRows(folder, rows);
const store = await openStore(address, {mode: 'create', clock: systemClock});
await collectLines(store, splitLines(createReadStream(file), {file}), {file});
await store.close();
await startIndexing({address, isRebuild: false, worker: new URL('../source/index/worker.js', import.meta.url)});

type Chunk = {readonly atMs: number; readonly text: string};

const chunks: Chunk[] = [];
const pty = spawn(process.execPath, [launcher, '--store', address], {cols: 120, rows: 40, env: {...process.env, HOME: folder, LANG: 'C.UTF-8', TERM: 'xterm-256color'}});
pty.onData(text => {
	chunks.push({atMs: performance.now(), text});
});
await untilQuiet();
pty.write('/');
await untilQuiet();

const echoes: number[] = [];
const ranks: number[] = [];
const answers: number[] = [];
for (const word of [...users.slice(0, 6), ...hosts.slice(0, 6)]) {
	for (const letter of word) {
		const startMs = performance.now();
		chunks.length = 0;
		pty.write(letter);
		await sleep(betweenMs);
		note(echoes, startMs, {fromMs: 0, untilMs: rankDelayMs, leastBytes: 1});
		note(ranks, startMs, {fromMs: rankDelayMs, untilMs: askDelayMs, leastBytes: rowsBytes});
		note(answers, startMs, {fromMs: askDelayMs, untilMs: betweenMs, leastBytes: rowsBytes});
	}

	pty.write('\u{15}');
	await untilQuiet();
}

pty.kill('SIGTERM');
rmSync(folder, {recursive: true});
writeResult('keystroke', 'From a keystroke to the list', [
	`The filter box of the console at 120×40, over ${rows.toLocaleString('en')} recordings: names of users and hosts typed letter by letter, ${echoes.length} letters, one each ${betweenMs} ms. Milliseconds until the console had written the change to its terminal. What is loaded is ranked ${rankDelayMs} ms after the last letter, the store is asked ${askDelayMs} ms after it: those waits are taken off. Load when this was written: ${loadavg()[0]?.toFixed(1)}.`,
	'',
	'| what | changes seen | p50 | p95 | most |',
	'| --- | --- | --- | --- | --- |',
	...[['the letter in the box', echoes, 0] as const, ['loaded rows ranked', ranks, rankDelayMs] as const, ['the store\'s answer', answers, askDelayMs] as const].map(([name, times, waitedMs]) =>
		`| ${name} | ${times.length} | ${[percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)].map(timeMs => (timeMs - waitedMs).toFixed(0)).join(' | ')} |`),
].join('\n'));

/** The end of the first frame of rows in a span of time; a letter need not change any. */
function note(times: number[], startMs: number, {fromMs, untilMs, leastBytes}: {readonly fromMs: number; readonly untilMs: number; readonly leastBytes: number}): void {
	const inSpan = chunks.filter(({atMs}) => atMs - startMs >= fromMs && atMs - startMs < untilMs);
	for (const first of inSpan) {
		// A frame comes in several pieces.
		const frame = inSpan.filter(({atMs}) => atMs >= first.atMs && atMs - first.atMs < 5);
		if (frame.reduce((sum, {text}) => sum + text.length, 0) >= leastBytes) {
			times.push((frame.at(-1)?.atMs ?? first.atMs) - startMs);
			return;
		}
	}
}

async function untilQuiet(): Promise<void> {
	do {
		await sleep(700);
	} while (performance.now() - (chunks.at(-1)?.atMs ?? performance.now()) < 600);
}
