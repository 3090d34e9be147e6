import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import type {ExecutionContext} from 'ava';
import {systemClock} from '../../../source/clock.ts';
import type {Shipped} from '../../../source/format/audit/shipped/shipped.ts';
import {printAddress} from '../../../source/store/address.ts';
import {openStore} from '../../../source/store/open-store.ts';
import type {SessionKey} from '../../../source/store/store.ts';
import {listFrames, startAgentRun, until} from '../../helpers/agent-run.ts';
import {testWithAudit} from '../../helpers/audit-kernel.ts';
import {auditLock, readSpool} from '../../helpers/audit-run.ts';
import {startCollector} from '../../helpers/collector-run.ts';
import {makeHome, runScribery} from '../../helpers/run-scribery.ts';
import {installShim, recordedUser} from '../../helpers/shim-install.ts';
import type {ShimHome} from '../../helpers/shim.ts';
import {TerminalRun} from '../../helpers/terminal-run.ts';
import {TmuxProgram} from '../../helpers/tmux-program.ts';

const script = fileURLToPath(new URL('../../../../test/end-to-end/audit/audited-login.sh', import.meta.url));
const scribery = fileURLToPath(new URL('../../../../source/launch/scribery.cjs', import.meta.url));
const plugin = fileURLToPath(new URL('../../../source/commands/audit/host-audit.js', import.meta.url));
/** An event and its key. */
const apartMs = 1000;
/** Other tests of the kernel's audit take minutes. */
const lockPatienceMs = 600_000;

/** What is typed, and what the kernel must tell of it. Each line takes longer than an event may be away from its key. */
const typed: ReadonlyArray<{readonly line: string; readonly events: readonly string[]}> = [
	{line: 'cat /etc/hostname; sleep 2.5', events: ['$ cat /etc/hostname', '$ sleep 2.5']},
	{line: 'touch notes.txt; sleep 2.5', events: ['$ touch notes.txt', 'w create /home/scribtest/notes.txt']},
	{line: 'sudo cp notes.txt /home/copied.txt; sleep 2.5', events: ['# sudo cp notes.txt /home/copied.txt', '# cp notes.txt /home/copied.txt', 'w create /home/copied.txt']},
	{line: 'rm notes.txt; sleep 2.5', events: ['$ rm notes.txt', 'w delete /home/scribtest/notes.txt']},
	{line: 'sudo rm /home/copied.txt; sleep 2.5', events: ['# sudo rm /home/copied.txt', '# rm /home/copied.txt', 'w delete /home/copied.txt']},
	{line: 'exit', events: []},
];

testWithAudit('sshd', 'ssh', 'sudo', 'tmux', 'unshare')('real auditd, sshd, login shell, plugin, agent and collector: the console shows what was executed, by sudo too, and the files touched, within a second of the key that started it', async t => {
	t.timeout(lockPatienceMs + 180_000);
	const home = installShim('input=yes\n', 'absolute');
	const store = path.join(home.folder, 'store.db');
	const key = await record(t, home, store);
	const id = printAddress(key);
	const person = makeHome();
	const ask = (...words: readonly string[]): string => runScribery(person, [...words, '--store', store]).stdout;

	const keys = readKeys(ask('export', id, '--format', 'jsonl', '--stream', 'input', '-o', '-'));
	t.is(keys.length, typed.length);
	const shown = await readPanel(person, store, id);
	for (const [index, {line, events}] of typed.entries()) {
		for (const event of events) {
			const near = shown.filter(({text, positionMs}) => text.startsWith(event) && Math.abs(positionMs - (keys[index] ?? NaN)) <= apartMs);
			t.true(near.length > 0, `${line}: key at ${keys[index]} ms, no "${event}" near it in\n${shown.map(({text, positionMs}) => `${positionMs} ${text}`).join('\n')}`);
		}
	}
});

/** Type the lines on a terminal over ssh; gives the recording's name once the agent has brought all of it and of its events to the store. */
async function record(t: ExecutionContext, {folder, program, spool}: ShimHome, store: string): Promise<SessionKey> {
	const [config, state, socket] = ['agent.json', 'state', 'collector'].map(name => path.join(folder, name)) as [string, string, string];
	const limits = {noticePercent: 100, warningPercent: 100, criticalPercent: 100}; // How full the machine's own disk is, is not the test's business.
	writeFileSync(config, JSON.stringify({spool, state, limits, audit: {log: path.join(folder, 'log/audit.log')}, writers: {store: {type: 'collector', transport: 'unix', path: socket}}}));
	const collector = await startCollector(t, ['--store', store, '--listen', `relp:${socket}`]);
	const agent = startAgentRun({config, state, files: {}});
	const terminal = new TerminalRun('flock', [auditLock, 'unshare', '-m', 'bash', script, folder, program, String(recordedUser), process.execPath, scribery, plugin]);
	await terminal.sees('audit is held', 1, lockPatienceMs);
	for (const [index, {line}] of typed.entries()) {
		await terminal.sees('ready> ', index + 1);
		terminal.type(`${line}\r`);
	}

	await terminal.sees('audit is quiet');
	await terminal.ends();
	await until(() => listFrames({folder, program, spool}).length === 0, () => `for the agent to deliver; it said: ${agent.said()}`);
	const key = await readWhole(store, readSpool({spool}));
	t.is(await agent.stop(), 0, agent.said());
	t.is(await collector.stop(), 0);
	t.is(collector.said(), '');
	return key;
}

/** The one recording of a store, when the store has all events of its audit session. */
async function readWhole(file: string, shipped: readonly Shipped[]): Promise<SessionKey> {
	const store = await openStore(file, {mode: 'read', clock: systemClock});
	try {
		for (;;) {
			const {sessions} = await store.listSessions({query: {type: 'all'}, sort: 'start', isDescending: true, limit: 1, offset: 0});
			const [session] = sessions;
			const stored = new Set(session === undefined ? [] : await Array.fromAsync(store.readEvents(session), ({serial}) => serial));
			const own = shipped.filter(each => each.type === 'event' && each.session !== undefined && each.session === session?.auditSession);
			if (session !== undefined && own.length > 0 && own.every(each => each.type === 'event' && stored.has(each.serial))) {
				return session;
			}

			await sleep(50);
		}
	} finally {
		await store.close();
	}
}

/** When each line was sent off, by the recording. */
function readKeys(input: string): readonly number[] {
	const packets = input.trim().split('\n').map(line => JSON.parse(line) as {readonly positionMs: number; readonly kind: string; readonly text?: string});
	return packets.flatMap(({positionMs, text = ''}) => [...text].filter(character => character === '\r').map(() => positionMs));
}

type Row = {readonly positionMs: number; readonly text: string};

/** All rows of the console's panel of events, on a terminal that is tall enough for all. */
async function readPanel(home: string, store: string, id: string): Promise<readonly Row[]> {
	const console = new TmuxProgram([process.execPath, scribery, 'play', id, '--store', store], {columns: 100, rows: 200}, {HOME: home, TZ: 'UTC'});
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
