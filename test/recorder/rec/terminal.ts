import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import {statSync} from 'node:fs';
import process from 'node:process';
import test from 'ava';
import {testWith} from '../../helpers/peer.ts';
import {cli, readBytes, readMessages, readSizes, recordingFile, recordInTerminal, TerminalRun} from '../../helpers/terminal-run.ts';

test('what is shown is what is recorded, byte for byte', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, ['--', 'sh', '-c', String.raw`printf 'a\303\244\377\376\033[1m\r\n'; seq 1 3000; head -c 5000 /dev/urandom`]);
	t.deepEqual(await run.ends(), {status: 0, signal: 0});
	t.true(run.shown.length > 10_000);
	t.deepEqual(readBytes(file, 'output'), run.shown);
});

testWith('tlog-play')('`tlog-play` shows what was recorded', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, ['--', 'sh', '-c', String.raw`printf 'a\303\244\377\376\033[1m'; seq 1 3000`]);
	await run.ends();
	const played = await playWithTlog(file);
	t.true(played.includes(run.shown.toString('latin1')));
});

test('the last message says how the command ended', async t => {
	const file = recordingFile();
	t.deepEqual(await recordInTerminal(file, ['--', 'sh', '-c', 'exit 42']).ends(), {status: 42, signal: 0});
	t.is(readMessages(file).at(-1)?.exit, '42');
});

for (const [name, number] of [['TERM', 15], ['KILL', 9], ['HUP', 1], ['INT', 2]] as const) {
	test(`a command killed by ${name} ends the recorder the same way`, async t => {
		const file = recordingFile();
		const {signal} = await recordInTerminal(file, ['--', 'sh', '-c', `kill -${name} $$`]).ends();
		t.is(signal, number);
		t.is(readMessages(file).at(-1)?.exit, name);
	});
}

test('a command that dumps core is told by status, without a second core', async t => {
	const file = recordingFile();
	t.deepEqual(await recordInTerminal(file, ['--', 'sh', '-c', 'ulimit -c 0; kill -SEGV $$']).ends(), {status: 139, signal: 0});
	t.is(readMessages(file).at(-1)?.exit, 'SEGV');
});

test('a new recording is for its owner alone', async t => {
	const file = recordingFile();
	await recordInTerminal(file, ['--', 'true']).ends();
	t.is(statSync(file).mode % 0o1000, 0o600);
});

test('each new window size reaches the command and the recording', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, ['--', 'sh', '-c', 'trap "stty size" WINCH; stty size; while :; do sleep 0.1; done'], {columns: 100, rows: 30});
	await run.sees('30 100');
	await run.resize(101, 31).sees('31 101');
	await run.resize(1, 1).sees('1 1\r');
	await run.resize(65_535, 65_535).sees('65535 65535');
	await run.type('\u{3}').ends();
	t.deepEqual(readSizes(file), ['100x30', '101x31', '1x1', '65535x65535']);
});

test('the command gets the user\'s terminal modes, and the user gets them back', async t => {
	const file = recordingFile();
	const run = new TerminalRun('sh', ['-c', `stty -ixon erase ^H intr ^X -echoctl; echo before=$(stty -g).; ${process.execPath} ${cli} rec -o ${file} -- sh -c 'echo inside=$(stty -g).; stty raw'; echo after=$(stty -g).`]);
	await run.ends();
	const {before, inside, after} = /before=(?<before>[^.]+)\.\s+inside=(?<inside>[^.]+)\.\s+after=(?<after>[^.]+)\./v.exec(run.shown.toString())?.groups ?? {};
	t.truthy(before);
	t.is(inside, before);
	t.is(after, before);
});

test('output reaches the terminal as the command\'s own terminal made it', async t => {
	const run = recordInTerminal(recordingFile(), ['--', 'sh', '-c', String.raw`stty -opost; printf 'a\nb\n'; stty opost; printf 'c\n'`]);
	await run.ends();
	t.is(run.shown.toString(), 'a\nb\nc\r\n');
});

test('keys reach the command, and Ctrl-C interrupts it', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, ['--', 'sh', '-c', 'read line; echo "got $line"; trap "echo interrupted; exit 5" INT; echo ready; while :; do sleep 0.1; done']);
	await run.type('hello\r').sees('got hello');
	await run.sees('ready');
	run.type('\u{3}');
	t.deepEqual(await run.ends(), {status: 5, signal: 0});
	t.true(run.shown.includes('interrupted'));
	t.is(readBytes(file, 'input').length, 0);
});

test('Ctrl-Z stops a job of the recorded shell, not the recorder', async t => {
	const run = recordInTerminal(recordingFile(), ['--', 'bash', '--norc', '-i'], {environment: {PS1: '$ '}});
	await run.sees('$ ');
	await run.type('sh -c "sleep 20 & echo up; wait"\r').sees('up\r\n');
	await run.type('\u{1A}').sees('Stopped');
	await run.sees('$ ', 2);
	run.type('kill -9 %1; exec sh -c "exit 7"\r');
	t.deepEqual(await run.ends(), {status: 7, signal: 0});
});

test('a background job does not hold the session', async t => {
	const run = recordInTerminal(recordingFile(), ['--', 'sh', '-c', 'trap "" HUP; sleep 30 & echo done']);
	const startedAt = Date.now();
	await run.ends();
	t.true(run.shown.includes('done'));
	t.true(Date.now() - startedAt < 15_000);
});

test('without a command the user\'s shell is recorded', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, [], {environment: {SHELL: '/bin/sh', PS1: '> '}});
	await run.sees('> ');
	await run.type('exit 3\r').ends();
	t.is(readMessages(file).at(-1)?.exit, '3');
});

test('a notice is shown before the command starts and is not part of the recording', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, ['--notice', 'You are being recorded', '--', 'echo', 'hi']);
	await run.ends();
	t.is(run.shown.toString(), 'You are being recorded\r\nhi\r\n');
	t.is(readBytes(file, 'output').toString(), 'hi\r\n');
});

test('a program that is not there ends with 127 and leaves the terminal alone', async t => {
	const run = recordInTerminal(recordingFile(), ['--', 'no-such-program']);
	t.deepEqual(await run.ends(), {status: 127, signal: 0});
	t.is(run.shown.toString(), 'scribery: no-such-program: there is no such program on PATH\r\n');
});

/** `tlog-play` ends at the recording's end only while its own standard input stays open. */
async function playWithTlog(file: string): Promise<string> {
	const player = spawn('tlog-play', ['-i', file, '-g', 'end'], {stdio: ['pipe', 'pipe', 'inherit'], env: {...process.env, LC_ALL: 'C.UTF-8'}});
	const chunks: Uint8Array[] = [];
	for await (const chunk of player.stdout) {
		chunks.push(chunk as Uint8Array);
	}

	player.stdin.end();
	return Buffer.concat(chunks).toString('latin1');
}
