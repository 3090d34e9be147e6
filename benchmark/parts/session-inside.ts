import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {chownSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {setTimeout as sleep} from 'node:timers/promises';
import {installShim, recordedUser, recorderUser} from '../../test/helpers/shim-install.ts';
import {printComparison} from './print-comparison.ts';
import type {Measured} from './print-comparison.ts';
import {root} from './programs.ts';

// What `session.ts` runs inside the host that `session.sh` makes: SCRIBERY_BENCHMARK_HOST is its folder.
const [rounds, megabytes] = [Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 100)];
const host = process.env.SCRIBERY_BENCHMARK_HOST ?? '';
const home = installShim('', 'absolute');
const log = path.join(host, 'home/log-{}');
const text = path.join(host, 'text');
const driver = path.join(root, 'benchmark/hold-terminals.py');

type Recorder = {readonly program: string; readonly wrap: (command: string) => string[]};

const recorders: Readonly<Record<string, Recorder>> = {
	none: {program: '', wrap: command => ['/bin/bash', '-c', command]},
	'scribery-session': {program: 'scribery-session', wrap: command => [home.program, '-c', command]},
	'tlog-rec': {program: 'tlog-rec', wrap: command => ['tlog-rec', '-w', 'file', '-o', log, '/bin/bash', '-c', command]},
	'tlog-rec-session': {program: 'tlog-rec-session', wrap: command => ['tlog-rec-session', '-c', command]},
	script: {program: 'script', wrap: command => ['script', '-q', '-e', '-c', command, log]},
	asciinema: {program: path.basename(spawnSync('readlink', ['-f', '/usr/bin/python3'], {encoding: 'utf8'}).stdout.trim()), wrap: command => ['asciinema', 'rec', '-q', '--overwrite', '-c', command, log]},
};

writeFileSync(text, makeText());
const agent = startAgent();
const [version = ''] = spawnSync('tlog-rec', ['--version'], {encoding: 'utf8'}).stdout.split('\n', 1);
console.log(`Beside ${version}; ${rounds} rounds, load at the start ${os.loadavg()[0]?.toFixed(1)}. A cell is the median, lowest to highest, and its ratio to tlog-rec's.`);
await compare('start of `true`', rounds * 8, 'run', 'true');
await compare('first prompt', rounds * 8, 'prompt', 'PS1="prompt> " exec bash --norc -i');
await compare('echo of a key, 2000 keys', rounds, 'echo', 'stty raw -echo; echo ready; exec cat');
await compare(`\`seq ${megabytes * 30_000}\``, rounds, 'run', `seq ${megabytes * 30_000}`);
await compare(`\`cat\` of ${megabytes} MB of text`, rounds, 'run', `cat ${text}`);
await compareMemory();
agent.kill();
await once(agent, 'exit');

function makeText(): string {
	const line = (number: number): string => `${number} the quick brown fox jumps over the lazy dog, ${'naïve → ünïcode '.repeat(2)}${number * 7919}\n`;
	return Array.from({length: megabytes * 9000}, (_, number) => line(number)).join('');
}

/** As it is installed: its own user, after the users' programs in turn. A file is the only writer. */
function startAgent() {
	const folder = path.join(host, 'agent');
	mkdirSync(folder);
	chownSync(folder, recorderUser, recorderUser);
	const config = path.join(host, 'agent.json');
	writeFileSync(config, JSON.stringify({spool: home.spool, state: path.join(folder, 'state'), limit: {rate: 2 ** 31, burst: 2 ** 31}, writers: {file: {type: 'file', path: path.join(folder, 'log')}}}));
	return spawn('nice', ['-n', '10', 'setpriv', `--reuid=${recorderUser}`, `--regid=${recorderUser}`, '--clear-groups', process.execPath, '--max-semi-space-size=2', path.join(root, 'dist/bin/scribery-agent.js'), '--config', config], {stdio: ['ignore', 'inherit', 'inherit']});
}

async function compare(question: string, times: number, mode: string, command: string): Promise<void> {
	const results = new Map<string, Measured[]>();
	for (let time = 0; time < times; time++) {
		for (const [name, {wrap}] of Object.entries(recorders)) {
			const before = agentCpuMs();
			const measured = drive(mode, wrap(command));
			const agentMs = name === 'scribery-session' ? await settleAgent(before) : 0;
			const {bytes = 0, wallMs, cpuMs, ...rest} = measured;
			const cell = {
				...wallMs !== undefined && {wallMs},
				...cpuMs !== undefined && {cpuMs, agentMs},
				...bytes > 1e6 && cpuMs !== undefined && wallMs !== undefined && {'cpuMs/MB in all': (cpuMs + agentMs) / bytes * 1e6, 'MB/s': bytes / wallMs / 1000},
				...rest,
			};
			results.set(name, [...results.get(name) ?? [], cell]);
		}
	}

	console.log(printComparison(question, results));
}

function drive(mode: string, words: readonly string[], ...before: readonly string[]): Measured {
	for (const name of readdirSync(path.join(host, 'home'))) {
		rmSync(path.join(host, 'home', name), {recursive: true});
	}

	const {stdout, stderr, status} = spawnSync('python3', [driver, mode, String(recordedUser), ...before, ...words], {encoding: 'utf8', env: {...process.env, HOME: path.join(host, 'home'), USER: 'recorded', LC_ALL: 'C.UTF-8', TERM: 'xterm', SHELL: '/bin/bash'}, timeout: 600_000});
	if (status !== 0) {
		throw new Error(`${words.join(' ')}: ${stderr}${stdout}`);
	}

	return JSON.parse(stdout) as Measured; // The driver prints one object of numbers.
}

/** Wait until the agent has delivered all; what it took for that. */
async function settleAgent(beforeMs: number): Promise<number> {
	while (readdirSync(home.spool, {recursive: true, encoding: 'utf8'}).some(name => name.endsWith('.frames'))) {
		if (agent.exitCode !== null) {
			throw new Error(`the agent ended with ${agent.exitCode}`);
		}

		await sleep(50);
	}

	return agentCpuMs() - beforeMs;
}

function agentCpuMs(): number {
	const fields = readFileSync(`/proc/${agent.pid}/stat`, 'utf8').split(') ', 2)[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

function agentMb(key: string): number {
	return Number(new RegExp(String.raw`^${key}: +(\d+)`, 'mv').exec(readFileSync(`/proc/${agent.pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
}

async function compareMemory(): Promise<void> {
	const counts = [1, 20, 200];
	console.log(`\n### private memory of a session, KB\n\n| recorder | ${counts.map(count => `${count} at once`).join(' | ')} |\n|---|---|---|---|`);
	let idle = '';
	for (const [name, {program, wrap}] of Object.entries(recorders).slice(1)) {
		const cells: string[] = [];
		for (const count of counts) {
			const words = wrap('echo ready; exec sleep 1000');
			const child = spawn('python3', [driver, 'memory', String(recordedUser), String(count), program, ...words], {stdio: ['pipe', 'pipe', 'inherit'], env: {...process.env, HOME: path.join(host, 'home'), USER: 'recorded', TERM: 'xterm', SHELL: '/bin/bash'}});
			const [line] = await once(createInterface({input: child.stdout}), 'line') as [string];
			const {privateKb = 0, processes = 0} = JSON.parse(line) as Measured; // As above.
			cells.push(`${privateKb.toFixed(0)}${processes === count ? '' : ` (${processes} processes)`}`);
			if (name === 'scribery-session' && count === 200) {
				idle = await measureIdleAgent();
			}

			const exit = once(child, 'exit');
			child.stdin.end();
			await exit;
		}

		console.log(`| ${name} | ${cells.join(' | ')} |`);
	}

	console.log(`\n${idle}`);
}

async function measureIdleAgent(): Promise<string> {
	await sleep(5000);
	const [cpuMs, began] = [agentCpuMs(), performance.now()];
	await sleep(20_000);
	const share = (agentCpuMs() - cpuMs) / (performance.now() - began);
	const private_ = agentMb('Private_Clean') + agentMb('Private_Dirty');
	return `The agent with 200 idle sessions, after all of the above: ${(share * 100).toFixed(2)} % of a core, ${agentMb('Pss').toFixed(0)} MB (proportional), ${private_.toFixed(0)} MB private, ${agentMb('Rss').toFixed(0)} MB resident.`;
}
