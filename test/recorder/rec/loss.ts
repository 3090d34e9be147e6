import {Buffer} from 'node:buffer';
import process from 'node:process';
import test from 'ava';
import {openPty} from '../../../recorder/rec/pty.ts';
import {recordInTerminal, readBytes, recordingFile, TerminalRun, cli} from '../../helpers/terminal-run.ts';

const runs = Number(process.env.SCRIBERY_LOSS_RUNS ?? 20);
const outputBytes = 131_072;

/** What a busy machine may add between a line's clock and the recorder's timer. */
const latenessMs = 250;

async function countOutput(command: string, pauseMs: number): Promise<number> {
	const {promise, resolve} = Promise.withResolvers<number>();
	let count = 0;
	let isHeld = pauseMs > 0;
	const pty = openPty({
		start: {words: ['/bin/sh', '-c', command], environment: [['PATH', process.env.PATH ?? '']]},
		size: {columns: 80, rows: 24},
		onOutput(data) {
			count += data.length;
			return !isHeld;
		},
		onEnd() {
			resolve(count);
		},
	});
	if (isHeld) {
		setTimeout(() => {
			isHeld = false;
			pty.resume();
		}, pauseMs);
	}

	return promise;
}

test(`no byte of ${runs} short commands with 128 KiB of output each is lost`, async t => {
	for (let run = 0; run < runs; run++) {
		t.is(await countOutput(String.raw`head -c ${outputBytes} /dev/zero | tr '\0' x`, 0), outputBytes);
	}
});

test('no byte is lost when the reader stands still for 500 ms at the command\'s end', async t => {
	t.is(await countOutput(String.raw`printf first; sleep 0.1; head -c 3000 /dev/zero | tr "\0" x`, 500), 3005);
});

test('a background job that keeps the terminal open costs no output', async t => {
	t.is(await countOutput(String.raw`trap "" HUP; sleep 20 & head -c 100000 /dev/zero | tr "\0" x`, 0), 100_000);
});

test('a terminal that stands still loses nothing, and holds the command back', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, ['--', 'sh', '-c', String.raw`echo ready; head -c 2000000 /dev/zero | tr "\0" x`]);
	await run.sees('ready');
	run.pause();
	await new Promise(resolve => {
		setTimeout(resolve, 500);
	});
	t.true(readBytes(file, 'output').length < 1_000_000);
	await run.resume().ends();
	t.is(readBytes(file, 'output').length, 2_000_007);
});

test('the recorder killed outright has written all but the last 250 ms', async t => {
	const file = recordingFile();
	const run = recordInTerminal(file, ['--', 'bash', '-c', 'while :; do echo "at $EPOCHREALTIME;"; sleep 0.02; done']);
	await run.sees('at ', 40);
	process.kill(run.pid, 'SIGKILL');
	await run.ends();
	const lostMs = (readLastClock(run.shown) - readLastClock(readBytes(file, 'output'))) * 1000;
	t.true(lostMs <= 250 + latenessMs, `${lostMs} ms`);
});

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1'] as const) {
	test(`${signal} to the recorder leaves a whole recording and the terminal as it was`, async t => {
		const file = recordingFile();
		const run = new TerminalRun('bash', ['--norc', '-c', `set -m; echo before=$(stty -g).; ${process.execPath} ${cli} rec --latency 60 -o ${file} -- sh -c 'echo pid=$PPID.; while :; do sleep 0.1; done'; echo after=$(stty -g).`]);
		await run.sees('pid=');
		const {pid} = /pid=(?<pid>\d+)\./v.exec(run.shown.toString())?.groups ?? {};
		process.kill(Number(pid), signal);
		await run.sees('after=');
		await run.ends();
		const {before} = /before=(?<before>[^.]+)\./v.exec(run.shown.toString())?.groups ?? {};
		t.true(run.shown.includes(`after=${before}.`));
		t.true(readBytes(file, 'output').includes('pid='));
	});
}

test('an error of the recorder\'s own leaves the terminal as it was', async t => {
	const file = recordingFile();
	const hook = 'data:text/javascript,process.on("SIGPWR",()=>{throw new Error("broken on purpose")})';
	const run = new TerminalRun('bash', ['--norc', '-c', `echo before=$(stty -g).; ${process.execPath} --import '${hook}' ${cli} rec -o ${file} -- sh -c 'echo pid=$PPID.; while :; do sleep 0.1; done'; echo after=$(stty -g).`]);
	await run.sees('pid=');
	process.kill(readRecorder(run), 'SIGPWR');
	await run.sees('after=');
	await run.ends();
	t.true(run.shown.includes('broken on purpose'));
	t.true(run.shown.includes(`after=${readModesNamed(run, 'before')}.`));
});

test('a recorder that is stopped gives the terminal back, and takes it again when it goes on', async t => {
	const file = recordingFile();
	const run = new TerminalRun('bash', ['--norc', '-c', `set -m; echo before=$(stty -g).; ${process.execPath} ${cli} rec -o ${file} -- sh -c 'echo pid=$PPID.; read line; echo got=$line.'; echo during=$(stty -g).; fg; echo after=$(stty -g).`]);
	await run.sees('pid=');
	process.kill(readRecorder(run), 'SIGTSTP');
	await run.sees('during=');
	await run.type('hello\r').sees('got=hello.');
	await run.sees('after=');
	await run.ends();
	t.is(readModesNamed(run, 'during'), readModesNamed(run, 'before'));
	t.is(readModesNamed(run, 'after'), readModesNamed(run, 'before'));
});

function readRecorder(run: TerminalRun): number {
	return Number(/pid=(?<pid>\d+)\./v.exec(run.shown.toString())?.groups?.pid);
}

function readModesNamed(run: TerminalRun, name: string): string | undefined {
	return new RegExp(String.raw`${name}=(?<modes>[^.]+)\.`, 'v').exec(run.shown.toString())?.groups?.modes;
}

/** Seconds since the epoch, as the last whole line tells. */
function readLastClock(bytes: Uint8Array): number {
	return Number(/at (?<clock>[\d.]+);(?!.*at [\d.]+;)/sv.exec(Buffer.from(bytes).toString())?.groups?.clock);
}
