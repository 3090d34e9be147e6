import {createWriteStream, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {once} from 'node:events';
import {spawnSync} from 'node:child_process';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {spawn} from 'node-pty';
import {createEncoder} from '../source/format/recording/encode.ts';
import {launcher} from './parts/programs.ts';
import {median} from './parts/statistics.ts';
import {writeResult} from './parts/write-result.ts';

// What replaying costs: a program that redraws all of 120×40 thirty times a second, a new colour every eight cells. Beside the console the players that only pass bytes through.
const columns = 120;
const rows = 40;
const seconds = 20;
const measuredSeconds = 10;
const turns = 3;
const folder = mkdtempSync(path.join(tmpdir(), 'scribery-benchmark-'));
const file = path.join(folder, 'dense.jsonl');
const cast = path.join(folder, 'dense.cast');
const address = path.join(folder, 'store.db');
await makeDense();
spawnSync(process.execPath, [launcher, 'import', '--store', address, file]);
spawnSync(process.execPath, [launcher, 'export', 'bench/0badc0de-2-2', '--store', address, '--format', 'asciicast-v2', '-o', cast]);

const contenders: ReadonlyArray<readonly [name: string, words: readonly string[]]> = [
	['`scribery play`', [process.execPath, launcher, 'play', 'bench/0badc0de-2-2', '--store', address]],
	['`tlog-play`', ['tlog-play', '-i', file]],
	['`asciinema play` 2.2', ['asciinema', 'play', cast]],
];
const results = new Map<string, Array<{readonly cpu: number; readonly bytesPerSecond: number; readonly framesPerSecond: number; readonly memory: number}>>();
for (let turn = 0; turn < turns; turn++) {
	for (const [name, words] of contenders) {
		results.set(name, [...results.get(name) ?? [], await measure(words)]);
	}
}

rmSync(folder, {recursive: true});
writeResult('play', 'Playing dense output', [
	`${columns}×${rows}, all cells redrawn 30 times a second, a 256-colour run each 8 cells; ${measuredSeconds} s of playing at speed 1 in a real terminal, after the start; median of ${turns} turns. The others pass recorded bytes to the auditor's terminal unguarded; the console interprets them and paints cells.`,
	'',
	'| player | CPU of one core | frames a second seen | KB a second written | memory MiB |',
	'| --- | --- | --- | --- | --- |',
	...[...results].map(([name, runs]) => `| ${name} | ${(median(runs.map(({cpu}) => cpu)) * 100).toFixed(1)} % | ${median(runs.map(({framesPerSecond}) => framesPerSecond)).toFixed(1)} | ${(median(runs.map(({bytesPerSecond}) => bytesPerSecond)) / 1000).toFixed(0)} | ${(median(runs.map(({memory}) => memory)) / 1024).toFixed(0)} |`),
].join('\n'));

async function makeDense(): Promise<void> {
	const encoder = createEncoder({header: {host: 'bench', rec: '0badc0de-2-2', user: 'bench', term: 'xterm-256color', session: 1}, startedAt: Date.UTC(2026, 10, 16, 9), payloadBytes: 16_384});
	const out = createWriteStream(file);
	const lines = [...encoder.push({type: 'window', positionMs: 0, columns, rows})];
	for (let frame = 0; frame < seconds * 30; frame++) {
		lines.push(...encoder.push({type: 'output', positionMs: frame * 1000 / 30, data: new TextEncoder().encode(makeFrame(frame))}));
	}

	lines.push(...encoder.end({exit: '0'}));
	out.end(lines.map(({text}) => `${text}\n`).join(''));
	await once(out, 'close');
}

function makeFrame(frame: number): string {
	const drawRun = (row: number, run: number) => {
		const color = 16 + ((frame + row + run) % 216);
		const text = String((frame * 7919) + (row * 31) + run).padStart(8, '.').slice(-8);
		return `\u{1B}[38;5;${color}m${text}`;
	};

	const drawRow = (row: number) => Array.from({length: columns / 8}, (_, run) => drawRun(row, run)).join('');
	// A row's last cell would scroll the screen: each row is addressed. The frame's number is its mark.
	return Array.from({length: rows}, (_, row) => `\u{1B}[${row + 1};1H${drawRow(row)}`).join('') + `\u{1B}[1;1H\u{1B}[0mF${frame % 10}`;
}

async function measure([command = '', ...words]: readonly string[]): Promise<{readonly cpu: number; readonly bytesPerSecond: number; readonly framesPerSecond: number; readonly memory: number}> {
	const child = spawn(command, words, {cols: columns, rows: rows + 4, encoding: null, env: {...process.env, LANG: 'C.UTF-8', TERM: 'xterm-256color'}});
	let bytes = 0;
	let frames = 0;
	child.onData((data: unknown) => {
		const chunk = data as Uint8Array; // Bytes, as `encoding: null` says.
		bytes += chunk.length;
		frames += countMarks(chunk);
	});
	await sleep(4000);
	const [startCpu, startBytes, startFrames, startMs] = [readCpu(child.pid), bytes, frames, performance.now()];
	await sleep(measuredSeconds * 1000);
	const elapsed = (performance.now() - startMs) / 1000;
	const result = {cpu: (readCpu(child.pid) - startCpu) / elapsed, bytesPerSecond: (bytes - startBytes) / elapsed, framesPerSecond: (frames - startFrames) / elapsed, memory: readMemory(child.pid)};
	child.kill('SIGKILL');
	await sleep(200);
	return result;
}

/** Frames carry `F` and a digit in their first cell; no other cell has an F. */
function countMarks(chunk: Uint8Array): number {
	return chunk.reduce((count, byte) => count + (byte === 0x46 ? 1 : 0), 0);
}

/** CPU seconds of a process, user and system: clock ticks of 10 ms, see `man 5 proc`. */
function readCpu(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /v, '').split(' ');
	return (Number(fields[11]) + Number(fields[12])) / 100;
}

function readMemory(pid: number): number {
	return Number(/^VmRSS:\s+(?<kib>\d+)/mv.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.groups?.kib);
}

async function sleep(durationMs: number): Promise<void> {
	await new Promise(resolve => {
		setTimeout(resolve, durationMs);
	});
}
