import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {listFrames, startAgentRun, until} from '../../helpers/agent-run.ts';
import {testWithAudit} from '../../helpers/audit-kernel.ts';
import {auditLock, readShipped, readSpool} from '../../helpers/audit-run.ts';
import {makeHome, runScribery} from '../../helpers/run-scribery.ts';
import {installShim, recordedUser} from '../../helpers/shim-install.ts';
import type {ShimHome} from '../../helpers/shim.ts';
import {TerminalRun} from '../../helpers/terminal-run.ts';
import {TmuxProgram} from '../../helpers/tmux-program.ts';

const script = fileURLToPath(new URL('../../../../test/end-to-end/audit/audited-login.sh', import.meta.url));
const scribery = fileURLToPath(new URL('../../../../source/launch/scribery.cjs', import.meta.url));
const plugin = fileURLToPath(new URL('../../../source/commands/audit/host-audit.js', import.meta.url));
const patienceMs = 1000;

/** What is typed, and what the kernel must tell of it. Each line takes longer than an event may be away from its key. */
const typed: ReadonlyArray<{readonly line: string; readonly events: readonly string[]}> = [
	{line: 'cat /etc/hostname; sleep 2.5', events: ['$ cat /etc/hostname', '$ sleep 2.5']},
	{line: 'touch notes.txt; sleep 2.5', events: ['$ touch notes.txt', 'w create /home/scribtest/notes.txt']},
	{line: 'sudo cp notes.txt /home/copied.txt; sleep 2.5', events: ['# sudo cp notes.txt /home/copied.txt', '# cp notes.txt /home/copied.txt', 'w create /home/copied.txt']},
	{line: 'rm notes.txt; sleep 2.5', events: ['$ rm notes.txt', 'w delete /home/scribtest/notes.txt']},
	{line: 'sudo rm /home/copied.txt; sleep 2.5', events: ['# sudo rm /home/copied.txt', '# rm /home/copied.txt', 'w delete /home/copied.txt']},
	{line: 'exit', events: []},
];

testWithAudit('sshd', 'ssh', 'sudo', 'tmux', 'unshare')('real auditd, sshd, login shell, plugin and agent: the console shows what was executed, by sudo too, and the files touched, within a second of the key that started it', async t => {
	t.timeout(180_000);
	const home = installShim('input=yes\n', 'absolute');
	const files = await record(home);
	const person = makeHome();
	const imported = runScribery(person, ['import', ...files]);
	t.is(imported.status, 0, imported.stderr);
	const [, id = ''] = /"id":"(?<id>[^"]+)"/v.exec(runScribery(person, ['ls', '--json']).stdout) ?? [];

	const keys = readKeys(runScribery(person, ['export', id, '--format', 'jsonl', '--stream', 'input', '-o', '-']).stdout);
	t.is(keys.length, typed.length);
	const shown = await readPanel(person, id);
	for (const [index, {line, events}] of typed.entries()) {
		for (const event of events) {
			const near = shown.filter(({text, positionMs}) => text.startsWith(event) && Math.abs(positionMs - (keys[index] ?? NaN)) <= patienceMs);
			t.true(near.length > 0, `${line}: key at ${keys[index]} ms, no "${event}" near it in\n${shown.map(({text, positionMs}) => `${positionMs} ${text}`).join('\n')}`);
		}
	}
});

/** Type the lines on a terminal over ssh; gives the files that the agent wrote of recording and events. */
async function record({folder, program, spool}: ShimHome): Promise<readonly string[]> {
	const [config, state, recordings, audit] = ['agent.json', 'state', 'recordings.jsonl', 'audit.jsonl'].map(name => path.join(folder, name)) as [string, string, string, string];
	const limits = {noticePercent: 100, warningPercent: 100, criticalPercent: 100}; // How full the machine's own disk is, is not the test's business.
	writeFileSync(config, JSON.stringify({
		spool, state, limits, audit: {log: path.join(folder, 'log/audit.log')},
		writers: {recordings: {type: 'file', path: recordings, carries: 'recordings'}, audit: {type: 'file', path: audit, carries: 'audit'}},
	}));
	const agent = startAgentRun({config, state, files: {recordings, audit}});
	const terminal = new TerminalRun('flock', [auditLock, 'unshare', '-m', 'bash', script, folder, program, String(recordedUser), process.execPath, scribery, plugin]);
	for (const [index, {line}] of typed.entries()) {
		await terminal.sees('ready> ', index + 1);
		terminal.type(`${line}\r`);
	}

	await terminal.sees('audit is quiet');
	await terminal.ends();
	const isDelivered = (): boolean => listFrames({folder, program, spool}).length === 0 && readShipped(audit).length > 0 && readShipped(audit).at(-1)?.number === readSpool({spool}).at(-1)?.number;
	await until(isDelivered, () => `for the agent to deliver; it said: ${agent.said()}`);
	await agent.stop();
	return [recordings, audit];
}

/** When each line was sent off, by the recording. */
function readKeys(input: string): readonly number[] {
	const packets = input.trim().split('\n').map(line => JSON.parse(line) as {readonly positionMs: number; readonly kind: string; readonly text?: string});
	return packets.flatMap(({positionMs, text = ''}) => [...text].filter(character => character === '\r').map(() => positionMs));
}

type Row = {readonly positionMs: number; readonly text: string};

/** All rows of the console's panel of events, on a terminal that is tall enough for all. */
async function readPanel(home: string, id: string): Promise<readonly Row[]> {
	const console = new TmuxProgram([process.execPath, scribery, 'play', id], {columns: 100, rows: 200}, {HOME: home, TZ: 'UTC'});
	try {
		await console.waitsFor(screen => screen.includes('space pause'), 'for the player');
		console.press('e', ...Array.from({length: 75}, () => '+'));
		const screen = await console.waitsFor(text => text.includes('The events have all the room that there is for them.'), 'for a tall panel');
		return screen.split('\n').flatMap(line => {
			const {minutes, seconds, text} = /^[ ▸]+(?<minutes>\d+):(?<seconds>\d\d\.\d{3}) (?<text>[#$alnrw] .*)$/v.exec(line)?.groups ?? {};
			return text === undefined ? [] : [{positionMs: (Number(minutes) * 60_000) + Math.round(Number(seconds) * 1000), text}];
		});
	} finally {
		console.close();
	}
}
