import {spawnSync} from 'node:child_process';
import {readFileSync, rmSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {auditLock, blockedScript, compareWithLog, makeAuditHome, programOf, readLogs, readShipped, stormScript} from '../test/helpers/audit-run.ts';
import type {AuditHome} from '../test/helpers/audit-run.ts';
import {percentile} from './parts/statistics.ts';
import {writeResult} from './parts/write-result.ts';

// A real auditd, as root: what its plugin and the agent lose when they are killed, and whether one that cannot write slows what is audited.
const rounds = 12;
const roundSeconds = 5;
const blockedSeconds = 60;
const commandsASecond = 1000;
const spoolBytes = 33_554_432; // The least there is: full after some seconds.
const kinds = {
	none: 'auditd without our plugin',
	free: 'plugin and agent at work',
	stopped: 'agent stopped (SIGSTOP), spool of 32 MiB',
	full: 'spool\'s disk full (1 MiB)',
} as const;

writeResult('audit-storm', 'Audit events under a storm of commands', [
	`Real auditd (${run('auditctl', ['-v']).trim()}, ENRICHED, backlog_limit 8192), an execve rule for the whole host, \`/bin/true\` started by vfork ${commandsASecond} times a second, ${availableParallelism()} cores.`,
	'',
	measureKills(),
	'',
	`**Blocked for ${blockedSeconds} s.** How long a command takes, from vfork to its end.`,
	'',
	'| | p50, ms | p95, ms | p99, ms | longest, ms | lost by the kernel | most records in the kernel\'s backlog | auditd\'s queue for plugins: now, most | in the spool, MB |',
	'| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
	...Object.entries(kinds).map(([kind, name]) => measureBlocked(kind, name)),
].join('\n'));

function measureKills(): string {
	const home = makeAuditHome({}, 'log/audit.log');
	const told = runScript(stormScript, home, String(rounds), String(roundSeconds));
	const shipped = readShipped(home.out);
	const {missing, doubled, lines} = compareWithLog(shipped, readLogs(home));
	const tookMs = Array.from(told.matchAll(/^round \d+ (?<ns>\d+)$/gmv), ({groups}) => Number(groups?.ns) / 1e6);
	const slowest = roundSeconds * commandsASecond * 1000 / Math.max(...tookMs.map(ms => ms + 300)); // The kill came 300 ms after the first command.
	rmSync(home.folder, {recursive: true});
	return `**Killed in turn** (kill -9), plugin and agent ${rounds / 2} times each, in ${rounds} rounds of ${roundSeconds} s: ${rounds * roundSeconds * commandsASecond} commands, ${slowest.toFixed(0)} a second in the slowest round; ${lines} lines in auditd's log, ${shipped.filter(({type}) => type === 'event').length} event lines delivered; missing ${missing}, doubled ${doubled} (also as raw lines), gap events ${shipped.filter(({type}) => type === 'gap').length}, lost by the kernel ${readCount(told, 'lost')}. Wanted: no event missing, none doubled.`;
}

function measureBlocked(kind: string, name: string): string {
	const home = makeAuditHome({spoolBytes}, 'log/audit.log');
	const told = runScript(blockedScript, home, kind, String(blockedSeconds));
	const tookMs = readFileSync(path.join(home.folder, 'took'), 'utf8').trimEnd().split('\n').map(ns => Number(ns) / 1e6);
	rmSync(home.folder, {recursive: true});
	const times = [percentile(tookMs, 0.5), percentile(tookMs, 0.95), percentile(tookMs, 0.99), Math.max(...tookMs)].map(ms => ms.toFixed(2));
	const spool = kind === 'none' ? '–' : (readCount(told, 'spool') / 1e6).toFixed(1);
	return `| ${[name, ...times, readCount(told, 'lost'), readCount(told, 'backlog'), `${readCount(told, 'queue-current')}, ${readCount(told, 'queue-max')}`, spool].join(' | ')} |`;
}

function runScript(script: string, {folder}: AuditHome, first: string, seconds: string): string {
	return run('flock', [auditLock, 'bash', script, folder, process.execPath, programOf('audit/host-audit'), programOf('agent/host-agent'), first, seconds, String(commandsASecond)]);
}

function run(program: string, words: readonly string[]): string {
	const {status, stdout, stderr} = spawnSync(program, words, {encoding: 'utf8'});
	if (status !== 0) {
		throw new Error(`${program} ${words.join(' ')} ended with ${status}: ${stdout}${stderr}`);
	}

	return stdout;
}

function readCount(told: string, name: string): number {
	const count = new RegExp(String.raw`^${name} (?<count>\d+)$`, 'mv').exec(told)?.groups?.count;
	if (count === undefined) {
		throw new Error(`the script has not told "${name}": ${told}`);
	}

	return Number(count);
}
