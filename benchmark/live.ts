import {mkdtempSync, rmSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {spawn} from 'node-pty';
import type {IPty} from 'node-pty';
import {launcher} from './parts/programs.ts';
import {percentile} from './parts/statistics.ts';
import {writeResult} from './parts/write-result.ts';

// How long after a keystroke a watcher sees its echo: the recorder in one terminal, the player following in another.
const keystrokes = 40;
const seenWithinMs = 20_000;
const folder = mkdtempSync(path.join(tmpdir(), 'scribery-benchmark-'));
const store = path.join(folder, 'store.db');
const file = path.join(folder, 'tlog.jsonl');
const environment = {...process.env, HOME: folder, LANG: 'C.UTF-8', TERM: 'xterm-256color'};

type Pair = {readonly name: string; readonly record: readonly string[]; readonly follow: () => readonly string[]};

const scribery = (...words: readonly string[]): readonly string[] => [process.execPath, launcher, ...words];
const pairs: readonly Pair[] = [
	{name: '`scribery rec`, console following', record: scribery('rec', '--store', store, '--', 'cat'), follow: () => scribery('play', findAddress(), '--follow', '--store', store)},
	{name: '`scribery rec --latency 50ms`, console following', record: scribery('rec', '--store', store, '--latency', '50ms', '--', 'cat'), follow: () => scribery('play', findAddress(), '--follow', '--store', store)},
	{name: '`tlog-rec --latency=1` (its least), `tlog-play --follow`', record: ['tlog-rec', '--latency=1', '-w', 'file', '-o', file, 'cat'], follow: () => ['tlog-play', '-r', 'file', '-i', file, '--follow']},
];
const rows: string[] = [];
for (const pair of pairs) {
	const delays = await measure(pair);
	const [half, most] = [percentile(delays, 0.5), percentile(delays, 0.95)];
	rows.push(`| ${pair.name} | ${half.toFixed(0)} | ${most.toFixed(0)} | ${Math.max(...delays).toFixed(0)} |`);
}

rmSync(folder, {recursive: true});
writeResult('live', 'Watching a live session', [
	`${keystrokes} keystrokes into \`cat\` in a recorded terminal, one at a time, at irregular intervals; from the keystroke to its echo in the bytes that the player writes to its own terminal. The recorders' latency is part of it: \`scribery rec\` writes after 250 ms at most unless told otherwise.`,
	'',
	'| recorder and player | p50 ms | p95 ms | most ms |',
	'| --- | --- | --- | --- |',
	...rows,
].join('\n'));

async function measure({record, follow}: Pair): Promise<readonly number[]> {
	const recorded = start(record);
	await untilSeen(recorded, 'ready');
	const player = start(follow());
	await untilSeen(player, 'ready');
	const delays: number[] = [];
	for (let stroke = 0; stroke < keystrokes; stroke++) {
		// Not in step with any timer of either side.
		await sleep(400 + ((stroke * 37) % 200));
		const mark = `k${String(stroke).padStart(3, '0')}`;
		const startedMs = performance.now();
		recorded.pty.write(mark);
		await untilSeen(player, mark, false);
		delays.push(performance.now() - startedMs);
		recorded.pty.write('\r');
	}

	player.pty.kill('SIGTERM');
	recorded.pty.kill('SIGTERM');
	return delays;
}

type Running = {readonly pty: IPty; readonly read: () => string};

function start([command = '', ...words]: readonly string[]): Running {
	const pty = spawn(command, [...words], {cols: 80, rows: 24, env: environment});
	let written = '';
	pty.onData(text => {
		written = (written + text).slice(-100_000);
	});
	return {pty, read: () => written};
}

/** Until a program has written a mark; with `isTyped`, the mark is typed into it again and again until it is there. */
async function untilSeen({pty, read}: Running, mark: string, isTyped = true): Promise<void> {
	const limitMs = performance.now() + seenWithinMs;
	for (let turn = 0; !read().includes(mark); turn++) {
		if (performance.now() > limitMs) {
			throw new Error(`${mark} was not seen:\n${read()}`);
		}

		if (isTyped && turn % 1000 === 500 && !read().includes('\u{1B}[?1049h')) {
			pty.write(`${mark}\r`);
		}

		await sleep(2);
	}
}

function findAddress(): string {
	const {stdout} = spawnSync(process.execPath, [launcher, 'ls', 'has:live', '--json', '--store', store], {env: environment, encoding: 'utf8'});
	const first = stdout.split('\n', 1)[0] ?? '';
	const session: unknown = JSON.parse(first);
	if (typeof session !== 'object' || session === null || !('id' in session) || typeof session.id !== 'string') {
		throw new Error(`No live recording: ${stdout}`);
	}

	return session.id;
}
