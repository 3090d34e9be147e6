import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import type {ChildProcessWithoutNullStreams} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, globSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {identifyShipped} from '../../source/format/audit/shipped/identify-shipped.ts';
import {parseShipped} from '../../source/format/audit/shipped/parse-shipped.ts';
import type {Shipped, ShippedEvent} from '../../source/format/audit/shipped/shipped.ts';
import type {AgentHome} from './agent-run.ts';
import {makeTemporaryFolder} from './temporary-folder.ts';

/** A program of ours, as tsc has made it. */
export const programOf = (name: string): string => fileURLToPath(new URL(`../../source/commands/${name}.js`, import.meta.url));
const program = programOf('audit/host-audit');

/** The machine's audit is one: who changes it holds this lock. */
export const auditLock = '/tmp/auditd.lock';

/** They need the kernel's audit: see their first lines. */
export const stormScript = fileURLToPath(new URL('../../../test/helpers/audit-storm.sh', import.meta.url));
export const blockedScript = fileURLToPath(new URL('../../../test/helpers/audit-blocked.sh', import.meta.url));

/** A spool, a log as auditd's, and a configuration for plugin and agent; `bin` comes first on the plugin's PATH. */
export type AuditHome = AgentHome & {readonly folder: string; readonly bin: string; readonly spool: string; readonly log: string; readonly out: string};

export function makeAuditHome(audit: Readonly<Record<string, unknown>> = {}, logName = 'audit.log'): AuditHome {
	const folder = makeTemporaryFolder('scribery-audit-');
	const [bin, spool, log, config, state, out] = [path.join(folder, 'bin'), path.join(folder, 'spool'), path.join(folder, logName), path.join(folder, 'agent.json'), path.join(folder, 'state'), path.join(folder, 'out.jsonl')];
	mkdirSync(spool);
	mkdirSync(bin);
	tellLosses(bin, 0);
	mkdirSync(path.dirname(log), {recursive: true});
	writeFileSync(log, '', {mode: 0o600});
	writeFileSync(config, JSON.stringify({spool, state, limits: {noticePercent: 100, warningPercent: 100, criticalPercent: 100}, audit: {log, ...audit}, writers: {out: {type: 'file', path: out}}}));
	return {folder, bin, spool, log, config, state, out, files: {out}};
}

/** What the kernel's count is for a plugin; how many records this machine has lost is not the tests' business. */
export function tellLosses(bin: string, lost: number): void {
	writeFileSync(path.join(bin, 'auditctl'), `#!/bin/sh\necho enabled 1\necho lost ${lost}\n`, {mode: 0o755});
}

export type PluginRun = {
	readonly child: ChildProcessWithoutNullStreams;
	readonly said: () => string;
	/** As auditd does, what it writes to the log first. */
	readonly give: (text: string) => Promise<void>;
	/** Close its input and wait for its end. */
	readonly end: () => Promise<number | null>;
	readonly kill: () => Promise<void>;
};

export function startPluginRun({config, bin}: AuditHome): PluginRun {
	const child = spawn(process.execPath, [program, '--config', config], {env: {PATH: `${bin}:/usr/bin:/bin`}});
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		said += text;
	});
	child.stdin.on('error', () => {
		// It was killed.
	});
	const exit = once(child, 'exit');
	return {
		child,
		said: () => said,
		async give(text) {
			if (!child.stdin.write(text)) {
				await Promise.race([once(child.stdin, 'drain'), exit]);
			}
		},
		async end() {
			child.stdin.end();
			await exit;
			return child.exitCode;
		},
		async kill() {
			child.kill('SIGKILL');
			await exit;
		},
	};
}

/** Records of one command, as auditd gives them to plugins; `atS` with three digits behind the point. */
export function makeExec(serial: number, atS: string, {session = 4, word = 'ls'}: {readonly session?: number; readonly word?: string} = {}): string {
	const stamp = `msg=audit(${atS}:${serial}):`;
	return `type=SYSCALL ${stamp} arch=c000003e syscall=59 success=yes exit=0 ppid=1 pid=2 auid=1000 ses=${session} comm="${word}" exe="/bin/${word}" key="x"\u{1D}ARCH=x86_64 AUID="alice"\ntype=EXECVE ${stamp} argc=1 a0="${word}"\ntype=PROCTITLE ${stamp} proctitle="${word}"\ntype=EOE ${stamp} \n`;
}

/** As auditd's log has it. */
export function withoutEnds(text: string): string {
	return text.split('\n').filter(line => !line.startsWith('type=EOE')).join('\n');
}

/** All that lies in the spool. */
export function readSpool({spool}: {readonly spool: string}): Shipped[] {
	const folder = path.join(spool, 'audit');
	const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.jsonl')).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)) : [];
	return names.flatMap(name => readShipped(path.join(folder, name)));
}

/** A real auditd's log, with those it has renamed. */
export function readLogs({log}: AuditHome): string {
	return globSync(`${log}*`).map(file => readFileSync(file, 'utf8')).join('');
}

/** All whole lines of a file. */
export function readShipped(file: string): Shipped[] {
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
	return lines.map(line => {
		const found = parseShipped(JSON.parse(line));
		if ('fault' in found) {
			throw new Error(`${file}: ${found.fault}`);
		}

		return found;
	});
}

/**
What a log says happened, against what was shipped.

@returns `doubled`: events shipped again as the same part, and lines shipped oftener than the log has them, in whatever part.
*/
export function compareWithLog(shipped: readonly Shipped[], log: string): {readonly missing: number; readonly doubled: number; readonly lines: number} {
	const events = shipped.filter((each): each is ShippedEvent => each.type === 'event');
	const keys = events.map(event => identifyShipped(event));
	const logLines = log.split('\n').filter(line => line !== '');
	const logged = countEach(logLines);
	const sent = countEach(events.flatMap(({lines}) => lines.map(line => Buffer.from(line).toString('latin1'))));
	const again = sent.entries().reduce((sum, [line, count]) => sum + Math.max(0, count - (logged.get(line) ?? 1)), 0);
	return {missing: logLines.filter(line => !sent.has(line)).length, doubled: keys.length - new Set(keys).size + again, lines: logLines.length};
}

function countEach(lines: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const line of lines) {
		counts.set(line, (counts.get(line) ?? 0) + 1);
	}

	return counts;
}
