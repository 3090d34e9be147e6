import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {spawnSync} from 'node:child_process';
import {spawn} from 'node-pty';
import {systemClock} from '../source/clock.ts';
import {openPlayback} from '../source/playback/open-playback.ts';
import type {Playback} from '../source/playback/playback.ts';
import {openStore} from '../source/store/open-store.ts';
import {makeSession, packetBytes, packetEveryMs} from './parts/make-session.ts';
import {launcher} from './parts/programs.ts';
import {percentile} from './parts/statistics.ts';
import {writeResult} from './parts/write-result.ts';

// How long until the screen at a random point of 100 MB of output is there, forwards and backwards. Beside it tlog-play, which starts anew and writes everything before the point to the terminal.
const outputBytes = 100_000_000;
const seeks = 300;
const folder = mkdtempSync(path.join(tmpdir(), 'scribery-benchmark-'));
const file = path.join(folder, 'session.jsonl');
const address = path.join(folder, 'store.db');
const {lengthMs} = await makeSession(file, outputBytes);
run(process.execPath, launcher, 'import', '--store', address, file);

const store = await openStore(address, {mode: 'read', clock: systemClock});
const [key] = await store.findSessions('bench', '0badc0de-1-1');
if (key === undefined) {
	throw new Error('the session was not imported');
}

const playback = await openPlayback(store, key);
const random = createRandom(20_261_123);
const durations: number[] = [];
const memory: number[] = [];
for (let index = 0; index < seeks; index++) {
	durations.push(await timeSeek(playback, random() * lengthMs));
	memory.push(process.memoryUsage.rss());
}

const steps: number[] = [];
for (let index = 0; index < 100; index++) {
	await playback.seek(random() * lengthMs);
	const start = performance.now();
	await playback.stepBack();
	steps.push(performance.now() - start);
}

await playback.close();
await store.close();
const peer = new Map<number, number>();
for (const share of [0.1, 0.5, 0.9]) {
	peer.set(share, await timePeer(share));
}

rmSync(folder, {recursive: true});
const print = (values: readonly number[]) => [0.5, 0.95, 1].map(share => percentile(values, share).toFixed(1)).join(' | ');
writeResult('seek', 'Seek', [
	`One recording of ${outputBytes / 1_000_000} MB of output over ${(lengthMs / 60_000).toFixed(0)} minutes at 120×40, imported and indexed; milliseconds until the emulator shows the screen.`,
	'',
	'| what | p50 | p95 | max |',
	'| --- | --- | --- | --- |',
	`| ${seeks} seeks to random points, both ways | ${print(durations)} |`,
	`| 100 steps one frame back, at random points | ${print(steps)} |`,
	'',
	`Peak memory of the whole process ${(Math.max(...memory) / (1024 ** 2)).toFixed(0)} MiB.`,
	'',
	'| `tlog-play -g` (forwards only, from a new start) to | milliseconds until the bytes before the point were written |',
	'| --- | --- |',
	...[...peer].map(([share, duration]) => `| ${share * 100} % | ${duration.toFixed(0)} |`),
].join('\n'));

async function timeSeek(opened: Playback, positionMs: number): Promise<number> {
	const start = performance.now();
	await opened.seek(positionMs);
	return performance.now() - start;
}

async function timePeer(share: number): Promise<number> {
	const positionMs = Math.floor(share * lengthMs);
	const expectedBytes = Math.floor(positionMs / packetEveryMs) * packetBytes;
	const start = performance.now();
	const child = spawn('tlog-play', ['-i', file, '-g', String(Math.floor(positionMs / 1000))], {cols: 120, rows: 40, encoding: null, env: {...process.env, LANG: 'C.UTF-8', TERM: 'xterm'}});
	return new Promise(resolve => {
		let bytes = 0;
		child.onData((data: unknown) => {
			bytes += (data as Uint8Array).length; // Bytes, as `encoding: null` says.
			if (!(bytes >= expectedBytes - (packetBytes * 1000 / packetEveryMs))) {
				return;
			}

			child.kill('SIGKILL');
			resolve(performance.now() - start);
		});
	});
}

/** The same numbers from 0 to 1 each time. */
function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 4_294_967_296;
	};
}

function run(command: string, ...words: readonly string[]): void {
	const {status, stderr} = spawnSync(command, words, {stdio: ['ignore', 'ignore', 'pipe']});
	if (status !== 0) {
		throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${stderr.toString()}`);
	}
}
