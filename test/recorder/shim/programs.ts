import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import type {ExecutionContext} from 'ava';
import type {Screen} from '../../../source/terminal/screen.ts';
import {createEmulator} from '../../../source/terminal/create-emulator.ts';
import {testWith} from '../../helpers/peer.ts';
import {makeShimHome, readSpool, startShim} from '../../helpers/shim.ts';
import {TerminalRun} from '../../helpers/terminal-run.ts';

type IsReached = (screen: Screen) => boolean;

/** Keys, and what the screen shows when they have done their work: that screen is compared. */
type Dialogue = ReadonlyArray<readonly [keys: string, isReached: IsReached]>;

/** Hold the same dialogue with plain bash and with bash under the login shell, and compare the screens and what it leaves. */
async function compare(t: ExecutionContext, dialogue: Dialogue): Promise<void> {
	const home = makeShimHome();
	const [plain, recorded] = ['plain', 'recorded'].map(name => {
		const folder = path.join(home.folder, name);
		mkdirSync(folder);
		writeFileSync(path.join(folder, 'text'), Array.from({length: 200}, (_, line) => `line ${line} of the text\n`).join(''));
		writeFileSync(path.join(folder, 'tmux.conf'), 'set -g status off\nset -g default-command "PS1=inner: exec bash --norc"\n');
		return folder;
	});
	const environment = {LESSHISTFILE: '-', VIMINIT: 'set nocompatible noswapfile viminfo= ruler shortmess+=I'};
	const script = 'cd "$1"; export HOME=$PWD TMUX_TMPDIR=$PWD PS1="ready> "; exec bash --norc -i';
	const expected = await hold(new TerminalRun('bash', ['-c', script, 'bash', plain ?? ''], {environment}), dialogue);
	t.deepEqual(await hold(startShim(home, ['-c', script, 'bash', recorded ?? ''], {environment}), dialogue), expected);
	t.is(readFileSync(path.join(recorded ?? '', 'text'), 'utf8'), readFileSync(path.join(plain ?? '', 'text'), 'utf8'));
	t.like(readSpool(home)[0]?.end, {how: 'exit', code: 7});
}

async function hold(terminal: TerminalRun, dialogue: Dialogue): Promise<unknown[]> {
	const screens: Screen[] = [];
	await terminal.sees('ready> ');
	for (const [keys, isReached] of dialogue) {
		terminal.type(keys);
		screens.push(await waitForScreen(terminal, isReached));
	}

	terminal.type('exit 7\r');
	return [...screens, await terminal.ends()];
}

async function waitForScreen(terminal: TerminalRun, isReached: IsReached): Promise<Screen> {
	for (const until = Date.now() + 20_000; ;) {
		const emulator = createEmulator({columns: 80, rows: 24});
		emulator.write(terminal.shown);
		const screen = emulator.readScreen();
		emulator.close();
		if (isReached(screen)) {
			return screen;
		}

		if (Date.now() > until) {
			throw new Error(`Waited 20 s for ${String(isReached)}. The screen was:\n${screen.lines.join('\n')}`);
		}

		await sleep(20);
	}
}

function lastLine({lines}: Screen): string {
	return lines.at(-1) ?? '';
}

function cursorLine({lines, cursor}: Screen): string {
	return lines[cursor.row] ?? '';
}

testWith('vim')('vim draws, edits, stops, comes back and writes as under plain bash', async t => {
	await compare(t, [
		['clear; vim text\r', screen => lastLine(screen).endsWith('Top') && screen.cursor.row === 0],
		['iwritten\u{1B}', screen => lastLine(screen).includes('1,7') && screen.cursor.column === 6],
		['\u{1A}', screen => screen.lines.some(line => line.includes('Stopped')) && cursorLine(screen) === 'ready>'],
		['fg\r', screen => lastLine(screen).endsWith('Top') && screen.cursor.column === 6 && screen.cursor.row === 0],
		[':w | q\r', screen => cursorLine(screen) === 'ready>'],
	]);
});

testWith('less')('less pages, searches and is left by ^C and q as under plain bash', async t => {
	await compare(t, [
		['clear; less text\r', screen => lastLine(screen) === 'text'],
		[' ', screen => lastLine(screen) === ':' && screen.lines[0] === 'line 23 of the text'],
		['/line 150\r', screen => lastLine(screen) === ':' && screen.lines[0] === 'line 150 of the text'],
		['F', screen => lastLine(screen).startsWith('Waiting for data')],
		['\u{3}', screen => lastLine(screen) === '(END)'],
		['q', screen => cursorLine(screen) === 'ready>'],
	]);
});

testWith('tmux')('tmux splits, is detached and attached as under plain bash', async t => {
	await compare(t, [
		['clear; tmux -L inner -f tmux.conf new\r', screen => screen.lines[0] === 'inner:' && screen.cursor.row === 0],
		['\u{2}%', screen => /^inner: +│inner:/v.test(screen.lines[0] ?? '')],
		['echo right\r', screen => (screen.lines[1] ?? '').includes('│right') && (screen.lines[2] ?? '').includes('│inner:')],
		['\u{2}d', screen => screen.lines.some(line => line.includes('[detached')) && cursorLine(screen) === 'ready>'],
		['tmux -L inner attach\r', screen => (screen.lines[1] ?? '').includes('│right') && (screen.lines[2] ?? '').includes('│inner:')],
		['exit\r', screen => screen.lines[0] === 'inner:' && screen.cursor.row === 0],
		['exit\r', screen => screen.lines.some(line => line.includes('[exited]')) && cursorLine(screen) === 'ready>'],
	]);
});
