import {Buffer} from 'node:buffer';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {makeShimHome, readSpool, startShim} from '../../helpers/shim.ts';
import type {ReadRecording, ShimHome} from '../../helpers/shim.ts';
import {assertWhole, onlyRecording, runShimSession} from '../../helpers/shim-session.ts';
import {TerminalRun} from '../../helpers/terminal-run.ts';

function recorderOf(terminal: TerminalRun): number {
	return terminal.pid; // The wrapper has become the login shell.
}

test('a login shell is started as one, its arguments untouched, and what is shown is recorded', async t => {
	const {shown, status, recording} = await runShimSession(makeShimHome(), ['-c', 'shopt -q login_shell && echo "$0" "$SHELL" "$1"; exit 7', 'a', 'two  words'], {name: '-scribery-session'});
	t.deepEqual({shown, status}, {shown: 'a /bin/bash two  words\r\n', status: 7});
	assertWhole(t, recording);
	t.is(recording.bytesOf('output').toString(), shown);
	t.like(recording.end, {how: 'exit', code: 7, cause: 0});
	t.like(recording.start, {mode: 'terminal', userId: process.getuid?.(), shell: '/bin/bash', term: 'xterm-256color', argumentCount: 5});
	t.deepEqual(recording.start.arguments.map(word => new TextDecoder().decode(word)), ['-scribery-session', '-c', 'shopt -q login_shell && echo "$0" "$SHELL" "$1"; exit 7', 'a', 'two  words']);
});

for (const [name, number] of [['TERM', 15], ['KILL', 9], ['ABRT', 6], ['SEGV', 11]] as const) {
	test(`a shell that dies by SIG${name} makes its login shell die by it`, async t => {
		const {signal, recording} = await runShimSession(makeShimHome(), ['-c', `kill -${name} $$`]);
		t.is(signal, number);
		t.like(recording.end, {how: 'signal', code: number, cause: 0});
	});
}

for (const [name, wish, shell] of [
	['scribery-session', '', '/bin/bash'],
	['-tlog-rec-session', '/bin/dash', '/bin/dash'],
	['-tlog-rec-session', '/bin/cat', '/bin/bash'],
	['-tlog-rec-session-shell-bin-dash', '/bin/bash', '/bin/dash'],
	[String.raw`tlog-rec-session-shell-tmp-scribery\-no\\such`, '', String.raw`/tmp/scribery-no\such`],
] as const) {
	test(`started as ${name} with TLOG_REC_SESSION_SHELL=${wish}, the shell is ${shell}`, async t => {
		const {status, recording} = await runShimSession(makeShimHome(), ['-c', 'exit 3'], {name, environment: {TLOG_REC_SESSION_SHELL: wish}});
		t.is(recording.start.shell, shell);
		t.is(status, shell.startsWith('/bin/') ? 3 : 127);
	});
}

test('a variable that names the recorder itself is passed over', async t => {
	const home = makeShimHome();
	writeFileSync(path.join(home.folder, 'shells'), `/bin/bash\n${home.program}\n`);
	const {recording} = await runShimSession(home, ['-c', 'true'], {environment: {TLOG_REC_SESSION_SHELL: home.program}});
	t.is(recording.start.shell, '/bin/bash');
});

test('the environment arrives byte for byte, but for SHELL', async t => {
	const entries = [String.raw`A\377=\376\200x`, 'TMPDIR=/x', 'LD_LIBRARY_PATH=/nope', 'LD_PRELOAD=', 'E=', 'NODE_OPTIONS=--bad', 'SHELL=/bin/wrong', 'TWICE=1', 'GCONV_PATH=/y'].map(entry => `$'${entry}'`).join(' ');
	const home = makeShimHome();
	const terminal = startShim(home, [], {before: `exec env -i ${entries} ${home.program} -c 'exec cat /proc/self/environ'`});
	await terminal.ends();
	const shown = terminal.shown.toString('latin1');
	for (const entry of ['A\u{FF}=\u{FE}\u{80}x', 'TMPDIR=/x', 'LD_LIBRARY_PATH=/nope', 'LD_PRELOAD=', 'E=', 'NODE_OPTIONS=--bad', 'SHELL=/bin/bash', 'TWICE=1', 'GCONV_PATH=/y']) {
		t.true(`\0${shown}`.includes(`\0${entry}\0`), JSON.stringify(entry));
	}

	t.false(shown.includes('wrong'));
});

test('the inner terminal has the modes and size of the outer one, and gives them back', async t => {
	const home = makeShimHome();
	const {shown, recording} = await runShimSession(home, ['-c', 'echo inner=$(stty -g) $(stty size).; stty raw -echo'], {
		columns: 111, rows: 33, before: 'stty -ixon eof ^E; echo before=$(stty -g).', after: 'echo after=$(stty -g).; exec 3<>/dev/tty && echo open',
	});
	const modes = (name: string): string | undefined => new RegExp(String.raw`${name}=(?<modes>\S+?)[ .]`, 'v').exec(shown)?.groups?.modes;
	t.true(shown.includes(' 33 111.'));
	t.not(modes('before'), undefined);
	t.is(modes('inner'), modes('before'));
	t.is(modes('after'), modes('before'));
	t.true(shown.includes('open'));
	t.deepEqual(recording.frames[1], {type: 'window', columns: 111, rows: 33});
});

test('a new size reaches the shell and the record', async t => {
	const home = makeShimHome();
	const terminal = startShim(home, ['-c', 'trap "stty size" WINCH; echo ready; while :; do sleep 0.05; done']);
	await terminal.sees('ready');
	await terminal.resize(101, 41).sees('41 101');
	process.kill(recorderOf(terminal), 'SIGTERM');
	await terminal.ends();
	t.true(onlyRecording(home).frames.some(frame => frame.type === 'window' && frame.columns === 101 && frame.rows === 41));
});

test('^Z, fg, jobs and ^C work as under the plain shell', async t => {
	const home = makeShimHome();
	const terminal = startShim(home, ['--norc', '-i'], {before: 'export PS1="ready> "'});
	await terminal.sees('ready> ');
	terminal.type('sleep 100\r');
	await terminal.sees('sleep 100\r\n');
	await terminal.type('\u{1A}').sees('Stopped');
	await terminal.type('kill %1; fg\r').sees('Terminated');
	terminal.type('cat\r');
	await terminal.sees('cat\r\n');
	await terminal.type('\u{3}').sees('ready> ', 4); // What is typed before it, ^C takes away.
	await terminal.type('echo st=$?\r').sees('st=130');
	terminal.type('exit 42\r');
	t.is((await terminal.ends()).status, 42);
	t.is(onlyRecording(home).bytesOf('output').toString(), terminal.shown.toString());
});

test('input is recorded only when configured, each change of echo before the keys it concerns', async t => {
	const script = 'stty -echo; echo one; read x; stty echo; echo two; read y; echo "got $x $y"';
	for (const isRecorded of [true, false]) {
		const home = makeShimHome(isRecorded ? 'input=yes\n' : '');
		const terminal = startShim(home, ['-c', script]);
		await terminal.sees('one');
		await terminal.type('secret\r').sees('two');
		await terminal.type('open\r').sees('got secret open');
		await terminal.ends();
		const frames = onlyRecording(home).frames.filter(({type}) => type === 'input' || type === 'echo');
		t.deepEqual(frames, isRecorded
			? [
				{type: 'echo', isEchoed: false, isLineMode: true},
				{type: 'input', data: Buffer.from('secret\r')},
				{type: 'echo', isEchoed: true, isLineMode: true},
				{type: 'input', data: Buffer.from('open\r')},
			]
			: []);
	}
});

for (const [name, number] of [['SIGHUP', 1], ['SIGTERM', 15]] as const) {
	test(`${name} ends the session by it; what was printed is in the record`, async t => {
		const home = makeShimHome();
		const terminal = startShim(home, ['-c', 'trap "" TERM HUP; echo before; while [ -d /proc/$PPID ]; do sleep 0.1; done']);
		await terminal.sees('before');
		process.kill(recorderOf(terminal), name);
		t.is((await terminal.ends()).signal, number);
		const recording = onlyRecording(home);
		assertWhole(t, recording);
		t.like(recording.end, {how: 'left-running', cause: number});
		t.true(recording.bytesOf('output', 'drained').includes('before'));
	});
}

test('a terminal that is hung up during a flood ends the session at once', async t => {
	const home = makeShimHome();
	const terminal = new TerminalRun('script', ['-qc', `cd ${home.folder}; exec ${home.program} -c 'exec yes'`, '/dev/null']);
	await terminal.sees('y\r\ny\r\n', 1000);
	process.kill(terminal.pid, 'SIGKILL'); // It holds the terminal's other side.
	const recording = await waitForEnd(home);
	t.like(recording.end, {how: 'signal', code: 1, cause: 1});
	t.true(recording.bytesOf('output').length > 3000);
});

test('inside a recorded terminal nothing is recorded a second time, in a terminal of its own it is', async t => {
	const home = makeShimHome();
	const inner = `${home.program} -c tty`;
	const {shown} = await runShimSession(home, ['-c', `tty; ${inner}; script -qc '${inner}' /dev/null`]);
	const [outer, same, other] = shown.match(/\/dev\/pts\/\d+/gv) ?? [];
	t.is(same, outer);
	t.not(other, outer);
	t.is(readSpool(home).length, 2);
});

test('the shell gets descriptors 0 to 2, whatever was open or closed', async t => {
	const list = 'for n in 0 1 2 3 4 5 6 7 8 9; do [ -e /proc/$$/fd/$n ] && printf $n; done';
	t.is((await runShimSession(makeShimHome(), ['-c', list], {before: 'exec 7</dev/tty 8>/dev/tty'})).shown, '012');
	t.is((await runShimSession(makeShimHome(), ['-c', list], {before: 'exec 7</dev/tty 2>&-'})).shown, '01');
});

async function waitForEnd(home: ShimHome): Promise<ReadRecording> {
	for (;;) {
		const recording = onlyRecording(home);
		if (recording.end !== undefined) {
			return recording;
		}

		await new Promise(resolve => {
			setTimeout(resolve, 20);
		});
	}
}
