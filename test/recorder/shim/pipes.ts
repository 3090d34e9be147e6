import {Buffer} from 'node:buffer';
import {spawnSync} from 'node:child_process';
import type {SpawnSyncReturns} from 'node:child_process';
import {createHash, randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import {makeShimHome, startShim, startShimOnPipes} from '../../helpers/shim.ts';
import type {ShimHome} from '../../helpers/shim.ts';
import {onlyRecording} from '../../helpers/shim-session.ts';

const policies = {counted: '', recorded: 'notty=full\ninput=yes\n'} as const;

function run({folder, program}: ShimHome, words: readonly string[], input: Uint8Array | string = ''): SpawnSyncReturns<Buffer> {
	return spawnSync(program, [...words], {cwd: folder, argv0: 'scribery-session', input, maxBuffer: 20_000_000});
}

function sum(data: Uint8Array): string {
	return createHash('sha256').update(data).digest('hex');
}

for (const [name, conf] of Object.entries(policies)) {
	test(`without a terminal, ${name}: any bytes go through both ways`, t => {
		const home = makeShimHome(conf);
		const data = randomBytes(3_000_000);
		const {stdout, stderr, status} = run(home, ['-c', 'cat'], data);
		t.deepEqual([sum(stdout), stderr.toString(), status], [sum(data), '', 0]);
	});

	test(`without a terminal, ${name}: output and errors stay apart, the status is the command's`, t => {
		const {stdout, stderr, status} = run(makeShimHome(conf), ['-c', 'echo out; echo err >&2; exit 9']);
		t.deepEqual([stdout.toString(), stderr.toString(), status], ['out\n', 'err\n', 9]);
	});

	test(`without a terminal, ${name}: a command that dies by a signal is reported so`, t => {
		t.is(run(makeShimHome(conf), ['-c', 'kill -TERM $$']).signal, 'SIGTERM');
	});

	test(`without a terminal, ${name}: a command that closes its input holds nobody up`, t => {
		const {stdout, status} = run(makeShimHome(conf), ['-c', 'exec <&-; echo hi'], Buffer.alloc(1_000_000));
		t.deepEqual([stdout.toString(), status], ['hi\n', 0]);
	});

	test(`without a terminal, ${name}: who writes to a command that has closed its input is told at once`, t => {
		const home = makeShimHome(conf);
		const {stdout} = spawnSync('bash', ['-c', `(yes; echo \${PIPESTATUS[0]} >status) | ${home.program} -c 'exec <&-; for n in {1..200}; do [ -s status ] && break; sleep 0.05; done; cat status'`], {cwd: home.folder});
		t.is(stdout.toString(), '141\n');
	});

	test(`without a terminal, ${name}: a reader that goes away ends the command`, t => {
		const home = makeShimHome(conf);
		const {stdout} = spawnSync('bash', ['-c', `${home.program} -c 'yes; echo \${PIPESTATUS[0]} >status' | head -1; while [ ! -s status ]; do sleep 0.05; done; cat status`], {cwd: home.folder});
		t.is(stdout.toString(), 'y\n141\n');
	});

	test(`without a terminal, ${name}: all output of a command with no input comes, each time`, t => {
		const home = makeShimHome(conf);
		for (let time = 0; time < 10; time++) {
			const {stdout} = spawnSync(home.program, ['-c', 'seq 20000'], {cwd: home.folder, stdio: ['ignore', 'pipe', 'pipe']});
			t.is(stdout.length, 108_894);
		}
	});

	test(`without a terminal, ${name}: what was closed is closed in the command`, t => {
		const home = makeShimHome(conf);
		const list = 'for n in 0 1 2 3 4 5 6 7 8; do [ -e /proc/$$/fd/$n ] && printf $n; done';
		const {stdout} = spawnSync('bash', ['-c', `exec 0<&- 2>&- 7</dev/null; exec ${home.program} -c '${list}'`], {cwd: home.folder});
		t.is(stdout.toString(), '1');
	});
}

test('of a counted command are told its arguments, the bytes it carried each way and its status, and nothing else', t => {
	const home = makeShimHome('input=yes\n');
	run(home, ['-c', 'cat; echo out; echo error >&2; exit 4'], 'typed\n');
	const {start, frames} = onlyRecording(home);
	t.is(start.mode, 'counted');
	t.deepEqual(start.arguments.map(word => new TextDecoder().decode(word)), ['scribery-session', '-c', 'cat; echo out; echo error >&2; exit 4']);
	t.deepEqual(frames.slice(1), [{type: 'bytes', input: 6, output: 10, error: 6}, {type: 'end', how: 'exit', code: 4, cause: 0}]);
});

test('a recorded command has its input, output and errors in streams of their own, and its end', t => {
	const home = makeShimHome('notty=full\ninput=yes\n');
	run(home, ['-c', 'cat; echo err >&2; exit 5'], 'typed');
	const recording = onlyRecording(home);
	t.is(recording.start.mode, 'pipes');
	t.deepEqual(['input', 'output', 'error'].map(type => recording.bytesOf(type as 'input').toString()), ['typed', 'typed', 'err\n']);
	t.like(recording.end, {how: 'exit', code: 5});
});

test('a recorded command whose recorder gets SIGTERM is recorded up to there', async t => {
	const home = makeShimHome('notty=full\n');
	const child = startShimOnPipes(home, ['-c', 'echo before; sleep 60']);
	const {promise, resolve} = Promise.withResolvers<NodeJS.Signals | null>();
	child.on('exit', (_, signal) => {
		resolve(signal);
	});
	child.stdout.once('data', () => {
		child.kill('SIGTERM');
	});
	t.is(await promise, 'SIGTERM');
	const recording = onlyRecording(home);
	t.is(recording.bytesOf('output').toString(), 'before\n');
	t.is(recording.end?.cause, 15);
});

test('a command without a terminal whose recorder is killed gets SIGTERM', async t => {
	const home = makeShimHome();
	const child = startShimOnPipes(home, ['-c', 'trap "echo told >telling; mv telling told; exit" TERM; echo before; while :; do sleep 0.05; done']);
	child.stdout.once('data', () => {
		child.kill('SIGKILL');
	});
	await once(child, 'close'); // Of its output too, which the command holds.
	while (!existsSync(path.join(home.folder, 'told'))) {
		await sleep(20);
	}

	t.is(readFileSync(path.join(home.folder, 'told'), 'utf8'), 'told\n');
});

test('of a session with a terminal, what goes elsewhere is recorded apart and stays byte-exact', async t => {
	const home = makeShimHome('notty=full\n');
	const terminal = startShim(home, ['-c', 'echo shown >/dev/tty; tty <&0; echo file; echo err >&2'], {before: 'exec >out'});
	await terminal.ends();
	const recording = onlyRecording(home);
	const recorded = recording.bytesOf('output').toString(); // Two ways out have no common order.
	t.deepEqual(recorded.replace(/\/dev\/pts\/\d+\n/v, '').split('\n').toSorted(), ['', 'err\r', 'file', 'shown\r']);
	const {stdout} = spawnSync('cat', [`${home.folder}/out`]);
	t.regex(stdout.toString(), /^\/dev\/pts\/\d+\nfile\n$/v);
});

test('a prompt for keys reaches the terminal although the output is a file', async t => {
	const home = makeShimHome();
	const terminal = startShim(home, ['-c', 'read -p "name? " x </dev/tty 2>/dev/tty; echo "got $x" >/dev/tty'], {before: 'exec </dev/null'});
	await terminal.sees('name? ');
	await terminal.type('bob\r').sees('got bob');
	t.is((await terminal.ends()).status, 0);
	t.true(onlyRecording(home).bytesOf('output').includes('got bob'));
});

test('a recorder on a system that kills it leaves what was recorded', async t => {
	const home = makeShimHome('notty=full\n');
	const child = startShimOnPipes(home, ['-c', 'while echo line; do :; done']);
	let shownBytes = 0;
	const {promise, resolve} = Promise.withResolvers<void>();
	child.stdout.on('data', (data: Buffer) => {
		shownBytes += data.length;
		if (shownBytes > 100_000 && child.pid !== undefined) {
			process.kill(child.pid, 'SIGKILL');
		}
	});
	child.on('close', () => {
		resolve();
	});
	await promise;
	t.true(onlyRecording(home).bytesOf('output').length >= shownBytes);
});
