import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {spawn} from 'node-pty';
import {build} from 'esbuild';
import {launcher, root} from './parts/programs.ts';
import {percentile} from './parts/statistics.ts';
import {writeResult} from './parts/write-result.ts';

// How long until a person sees the console, from the start of the process to the first frame on the terminal. Beside it the smallest Ink program there is, one <Text> on the alternate screen, bundled alike and started by the same Node; and tlog-play, which draws a recording's first screen and nothing else.
const turns = 15;
const folder = mkdtempSync(path.join(root, 'dist/first-frame-'));
const peerSource = path.join(folder, 'peer.tsx');
const peer = path.join(folder, 'peer.mjs');
writeFileSync(peerSource, `
import {enableCompileCache} from 'node:module';
import {render, Text} from 'ink';
enableCompileCache();
render(<Text>first frame</Text>, {alternateScreen: true, incrementalRendering: true});
setInterval(() => {}, 1000);
`);
await build({
	entryPoints: [peerSource], outfile: peer, bundle: true, minifyWhitespace: true, minifySyntax: true, format: 'esm', platform: 'node', target: 'node24', jsx: 'automatic',
	define: {'process.env.NODE_ENV': '"production"'},
	alias: {'react-devtools-core': path.join(root, 'source/launch/empty.cjs')},
	banner: {js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);'},
});
const home = mkdtempSync(path.join(tmpdir(), 'scribery-home-'));
mkdirSync(path.join(home, '.local/share/scribery'), {recursive: true});
const fixture = path.join(root, 'fixtures/recordings/web1-alice-nginx.jsonl');
spawnSync(process.execPath, [launcher, 'import', fixture], {env: {...process.env, HOME: home}});

const contenders: ReadonlyArray<readonly [name: string, words: readonly string[], mark: string]> = [
	['one `<Text>` in Ink', [process.execPath, peer], 'first frame'],
	['`scribery`: first frame', [process.execPath, launcher], 'scribery'],
	['`scribery`: the list is there', [process.execPath, launcher], 'alice'],
	['`scribery play`: the recording is there', [process.execPath, launcher, 'play', 'web1/11f6-17cff304@0:20'], 'nginx'],
	['`tlog-play -g 20`', ['tlog-play', '-i', fixture, '-g', '20'], 'nginx'],
];
const milliseconds = new Map<string, number[]>(contenders.map(([name]) => [name, []]));
for (let turn = 0; turn <= turns; turn++) {
	for (const [name, words, mark] of contenders) {
		const duration = await timeUntil(words, mark);
		// The first turn fills caches.
		if (turn > 0) {
			milliseconds.get(name)?.push(duration);
		}
	}
}

rmSync(folder, {recursive: true});
rmSync(home, {recursive: true});
const base = percentile(milliseconds.get('one `<Text>` in Ink') ?? [], 0.5);
writeResult('first-frame', 'First frame', [
	`From the start of the process to the words on a terminal of 120×40; ${turns} turns, one after the other in each, after one turn to warm up.`,
	'',
	'| what | min ms | median ms | p95 ms | median against one `<Text>` |',
	'| --- | --- | --- | --- | --- |',
	...[...milliseconds].map(([name, values]) => `| ${name} | ${Math.min(...values).toFixed(0)} | ${percentile(values, 0.5).toFixed(0)} | ${percentile(values, 0.95).toFixed(0)} | ${(percentile(values, 0.5) / base).toFixed(2)} |`),
].join('\n'));

async function timeUntil([command = '', ...words]: readonly string[], mark: string): Promise<number> {
	const start = performance.now();
	const child = spawn(command, words, {cols: 120, rows: 40, env: {...process.env, HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color'}});
	let written = '';
	return new Promise(resolve => {
		const heard = child.onData(data => {
			written += data;
			if (!written.includes(mark)) {
				return;
			}

			const duration = performance.now() - start;
			heard.dispose();
			child.onExit(() => {
				resolve(duration);
			});
			child.kill('SIGKILL');
		});
	});
}
