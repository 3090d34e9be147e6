import {spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {readBytes, recordingFile, TerminalRun} from '../../helpers/terminal-run.ts';

const launcher = fileURLToPath(new URL('../../../../source/launch/scribery.cjs', import.meta.url));
const oldNode = '/usr/bin/node';
const isOld = existsSync(oldNode) && await isOlder(oldNode);
const testUnderOldNode = isOld ? test : test.skip;

async function isOlder(node: string): Promise<boolean> {
	const child = spawn(node, ['-p', 'Number(process.versions.node.split(".")[0]) < 24'], {stdio: ['ignore', 'pipe', 'ignore']});
	let printed = '';
	for await (const chunk of child.stdout) {
		printed += String(chunk);
	}

	return printed === 'true\n';
}

/** Record a command through the launcher, and wait until it shows `ready` and the recorder's id. */
async function startRun(file: string, words: readonly string[]) {
	const run = new TerminalRun(oldNode, [launcher, 'rec', '-o', file, '--', ...words]);
	await run.sees('ready.');
	return {run, recorder: Number(/pid=(?<pid>\d+)\./v.exec(run.shown.toString())?.groups?.pid)};
}

const waiting = ['sh', '-c', 'echo pid=$PPID.; echo ready.; while :; do sleep 0.05; done'];

/** What a process is doing: its letter in `/proc`, `undefined` when it has gone. */
function readState(pid: number): string | undefined {
	try {
		return /\) (?<state>\S)/v.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.groups?.state;
	} catch {
		return undefined;
	}
}

async function hasReached(pid: number, isReached: (state: string | undefined) => boolean): Promise<boolean> {
	for (let look = 0; look < 500; look++) {
		if (isReached(readState(pid))) {
			return true;
		}

		await new Promise(resolve => {
			setTimeout(resolve, 20);
		});
	}

	return false;
}

testUnderOldNode('under an old Node SIGUSR1 ends the session, and opens no debugger', async t => {
	const file = recordingFile();
	const {run} = await startRun(file, waiting);
	process.kill(run.pid, 'SIGUSR1');
	await run.ends();
	t.false(run.shown.toString().includes('Debugger'));
	t.true(readBytes(file, 'output').includes('ready.'));
});

testUnderOldNode('under an old Node the recorder ends when the launcher is killed outright', async t => {
	const {run, recorder} = await startRun(recordingFile(), waiting);
	process.kill(run.pid, 'SIGKILL');
	t.true(await hasReached(recorder, state => state === undefined || state === 'Z'));
});

testUnderOldNode('under an old Node SIGTSTP stops launcher and recorder, and SIGCONT continues both', async t => {
	const {run, recorder} = await startRun(recordingFile(), ['sh', '-c', 'echo pid=$PPID.; echo ready.; read line; echo got $line; exit 5']);
	process.kill(run.pid, 'SIGTSTP');
	t.true(await hasReached(recorder, state => state === 'T'));
	t.true(await hasReached(run.pid, state => state === 'T'));
	process.kill(run.pid, 'SIGCONT');
	t.true(await hasReached(recorder, state => state !== 'T'));
	run.type('on\r');
	t.is((await run.ends()).status, 5);
	t.true(run.shown.includes('got on'));
});
