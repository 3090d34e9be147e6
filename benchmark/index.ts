import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {loadavg, tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {makeListing, makeNumbers, makeSession} from './parts/make-session.ts';
import {launcher} from './parts/programs.ts';
import {median} from './parts/statistics.ts';
import {writeResult} from './parts/write-result.ts';

// How fast recordings are indexed: keyframes, gaps, seen text, written to the store. Beside it what only reads the same recording, and what only draws it.
const turns = 3;
const feeder = fileURLToPath(new URL('parts/feed-store.js', import.meta.url));
const loads: ReadonlyArray<readonly [name: string, megabytes: number, parts: Uint8Array[] | undefined]> = [
	['all fixtures, listings, numbers', 5, undefined],
	['numbers (`seq`)', 2, [makeNumbers(0), makeNumbers(1), makeNumbers(2)]],
	['listings (`ls -l`)', 3, [makeListing(1), makeListing(2), makeListing(3)]],
	['vim', 3, [readFixture('web2-alice-vim.raw')]],
	['less', 3, [readFixture('web1-carol-less.raw')]],
	['htop', 3, [readFixture('db2-bob-htop.raw')]],
	['tmux', 3, [readFixture('bastion1-erin-tmux.raw')]],
	['wide and joined characters', 2, [readFixture('web2-carol-unicode.raw')]],
];
const rows: string[] = [];
for (const [name, megabytes, parts] of loads) {
	rows.push(await measure(name, megabytes, parts));
}

writeResult('index', 'Indexing', [
	`Recordings at 120×40, a packet of 1 KiB each 36 ms: the screen is looked at as often as it ever is. MB of output a second, whole processes, median of ${turns} runs in turn; in brackets by the processor time they took, which tells more where others use the processors too: at the end ${loadavg()[0]?.toFixed(0)} processes wanted one.`,
	'',
	'| output | MB | `scribery index --rebuild` | only drawn (emulator, nothing kept) | only read (`tlog-play -g end`) | index, part of drawing |',
	'| --- | --- | --- | --- | --- | --- |',
	...rows,
].join('\n'));

type Cost = {readonly wallSeconds: number; readonly cpuSeconds: number};

async function measure(name: string, megabytes: number, parts: Uint8Array[] | undefined): Promise<string> {
	const folder = mkdtempSync(path.join(tmpdir(), 'scribery-benchmark-'));
	const file = path.join(folder, 'session.jsonl');
	const address = path.join(folder, 'store.db');
	await makeSession(file, megabytes * 1_000_000, parts);
	run(`${process.execPath} ${launcher} import --no-index --store ${address} ${file}`);
	const costs: Array<readonly [own: Cost, drawn: Cost, read: Cost]> = [];
	for (let turn = 0; turn < turns; turn++) {
		costs.push([
			run(`${process.execPath} ${launcher} index --rebuild --store ${address}`),
			run(`${process.execPath} ${feeder} ${address}`),
			// It needs a standard input that stays open: the sleeper ends with it.
			run(`exec 3< <(exec sleep 60); tlog-play -i ${file} -g end <&3; status=$?; kill $!; (exit $status)`),
		]);
	}

	rmSync(folder, {recursive: true});
	const [own, drawn, read] = [costs.map(([cost]) => cost), costs.map(([, cost]) => cost), costs.map(([,, cost]) => cost)]; // eslint-disable-line unicorn/no-unreadable-array-destructuring
	const ratio = median(drawn.map(({cpuSeconds}) => cpuSeconds)) / median(own.map(({cpuSeconds}) => cpuSeconds));
	return `| ${name} | ${megabytes} | ${describe(megabytes, own)} | ${describe(megabytes, drawn)} | ${describe(megabytes, read)} | ${ratio.toFixed(2)} |`;
}

function describe(megabytes: number, costs: readonly Cost[]): string {
	return `${(megabytes / median(costs.map(({wallSeconds}) => wallSeconds))).toFixed(1)} (${(megabytes / median(costs.map(({cpuSeconds}) => cpuSeconds))).toFixed(1)})`;
}

/** Wall and processor time of a command, children included. */
function run(command: string): Cost {
	const {status, stderr} = spawnSync('bash', ['-c', `TIMEFORMAT='%R %U %S'; time { ${command} > /dev/null; }`], {env: {...process.env, LANG: 'C.UTF-8'}, stdio: ['ignore', 'ignore', 'pipe']});
	const [wall, user, system] = stderr.toString().trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
	if (status !== 0 || wall === undefined || user === undefined || system === undefined) {
		throw new Error(`${command} ended with ${status}: ${stderr.toString()}`);
	}

	return {wallSeconds: wall, cpuSeconds: user + system};
}

function readFixture(name: string): Uint8Array {
	return readFileSync(fileURLToPath(new URL(`../../fixtures/recordings/${name}`, import.meta.url)));
}
