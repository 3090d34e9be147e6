import {Buffer} from 'node:buffer';
import {spawnSync} from 'node:child_process';
import {createHash, randomBytes} from 'node:crypto';
import {mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {joinPackets, listFrames, makeAgentHome, readDelivered, startAgentRun, until, untilDelivered} from '../../helpers/agent-run.ts';
import {buildShim, makeShimHome, startShim} from '../../helpers/shim.ts';
import {testWithSmallDisk} from '../../helpers/small-disk.ts';

const program = buildShim();

test('any bytes, a megabyte each way, are delivered as they were', async t => {
	const home = makeShimHome('input=yes\n', {program});
	const agent = makeAgentHome(home, {maskSecrets: false});
	const run = startAgentRun(agent);
	const [typed, printed] = [randomBytes(1_000_000), randomBytes(1_000_000)];
	writeFileSync(path.join(home.folder, 'data'), printed);
	const terminal = startShim(home, ['-c', 'stty raw -echo; echo READY; head -c 1000000 | sha256sum; cat data']);
	await terminal.sees('READY');
	await terminal.type(typed).ends();
	await untilDelivered(home, run);
	await run.stop();
	const [messages = []] = readDelivered(agent.files.file).values();
	t.is(sum(joinPackets(messages, 'input')), sum(typed));
	t.is(sum(joinPackets(messages, 'output')), sum(terminal.shown));
	t.true(terminal.shown.includes(sum(typed)));
	t.true(terminal.shown.subarray(-printed.length).equals(printed));
});

test('a password at a prompt is typed, works, and is nowhere in what is delivered', async t => {
	const home = makeShimHome('input=yes\n', {program});
	const agent = makeAgentHome(home);
	const run = startAgentRun(agent);
	const terminal = startShim(home, ['-c', 'read -r -p "name? " n; read -r -s -p "secret? " p; echo; printf "length %d" "$(printf %s "$p" | wc -c)"; read -r -p "again? " n']);
	await terminal.sees('name? ');
	await terminal.type('bob\r').sees('secret? ');
	await terminal.type('hun').type('ter2\r').sees('length 7');
	await terminal.sees('again? ');
	await terminal.type('yes\r').ends();
	await untilDelivered(home, run);
	await run.stop();
	const [messages = []] = readDelivered(agent.files.file).values();
	t.is(joinPackets(messages, 'input').toString(), 'bob\r********\ryes\r');
	t.false(readFileSync(agent.files.file ?? '', 'utf8').includes('hunter2'));
});

testWithSmallDisk('a full disk under the agent\'s state holds up neither messages nor the removal of what is delivered', async (t, disk) => {
	const home = makeShimHome('', {program});
	const agent = makeAgentHome(home, {state: path.join(disk, 'state')});
	const run = startAgentRun(agent);
	const first = startShim(home, ['-c', 'echo before']);
	await first.ends();
	await untilDelivered(home, run);
	spawnSync('dd', ['if=/dev/zero', `of=${disk}/filler`, 'bs=64k'], {stdio: 'ignore'});
	const second = startShim(home, ['-c', 'echo while; seq 3000']);
	await second.ends();
	await untilDelivered(home, run);
	spawnSync('dd', ['if=/dev/zero', `of=${disk}/more`, 'bs=1k'], {stdio: 'ignore'}); // The reserve that was given up is taken, too.
	const third = startShim(home, ['-c', 'seq 3000; read x']);
	await until(() => run.said().includes('ENOSPC'), run.said);
	await until(() => joinPackets(messagesOf(agent.files.file, third.pid), 'output').includes('2000\r\n'), run.said); // By size; only what the clock would send waits.
	rmSync(path.join(disk, 'filler'));
	await until(() => run.said().includes('all is well again'), run.said);
	await third.type('\r').ends();
	await untilDelivered(home, run);
	t.is(await run.stop(), 0);
	t.deepEqual(readDelivered(agent.files.file).values().map(messages => messages.every(({id}, index) => id === index + 1)).toArray(), [true, true, true]);
	t.true(joinPackets(messagesOf(agent.files.file, third.pid), 'output').equals(third.shown));
});

test('folders and files that no recorder made are passed over, and a link is not followed', async t => {
	const home = makeShimHome('', {program});
	const agent = makeAgentHome(home);
	const uid = String(process.getuid?.());
	const target = path.join(home.folder, 'target');
	writeFileSync(target, 'not for the agent');
	mkdirSync(path.join(home.spool, uid), {recursive: true, mode: 0o700});
	mkdirSync(path.join(home.spool, 'someone'));
	symlinkSync(target, path.join(home.spool, uid, '0123456789abcdef0123456789abcdef-1-1.0.frames'));
	writeFileSync(path.join(home.spool, uid, 'notes.txt'), '');
	writeFileSync(path.join(home.spool, uid, '0123456789abcdef0123456789abcdef-2-2.0.frames'), '');
	const run = startAgentRun(agent);
	const terminal = startShim(home, ['-c', 'echo hi']);
	await terminal.ends();
	await until(() => messagesOf(agent.files.file, terminal.pid).length > 0 && listFrames(home).length === 1, run.said);
	t.is(readDelivered(agent.files.file).size, 1);
	t.is(readFileSync(target, 'utf8'), 'not for the agent');
	await run.stop();
});

test('a state that is broken is laid aside, told, and the agent goes on', async t => {
	const home = makeShimHome('', {program});
	const agent = makeAgentHome(home);
	mkdirSync(agent.state);
	writeFileSync(path.join(agent.state, 'state.json'), '{"version":1,"marks":{}');
	const run = startAgentRun(agent);
	const terminal = startShim(home, ['-c', 'echo hi']);
	await terminal.ends();
	await untilDelivered(home, run);
	await run.stop();
	t.regex(run.said(), /state\.json: this is no JSON: .*it lies in .*state\.json\.broken now/v);
	t.is(readFileSync(path.join(agent.state, 'state.json.broken'), 'utf8'), '{"version":1,"marks":{}');
	t.is(readDelivered(agent.files.file).size, 1);
});

test('what was configured when a recording began holds until its end, whatever is configured since', async t => {
	const home = makeShimHome('', {program});
	const before = makeAgentHome(home, {payloadBytes: 64, writers: ['file']});
	const first = startAgentRun(before);
	const terminal = startShim(home, ['-c', 'echo one; read x; seq 1000']);
	await until(() => messagesOf(before.files.file, terminal.pid).length > 0, first.said);
	await first.kill();
	const after = makeAgentHome(home, {payloadBytes: 4096});
	const second = startAgentRun(after);
	await terminal.type('\r').ends();
	await untilDelivered(home, second);
	await second.stop();
	t.true(messagesOf(after.files.file, terminal.pid).length > 50);
});

function messagesOf(file: string | undefined, processId: number) {
	return readDelivered(file).entries().find(([recording]) => Number.parseInt(recording.split('-', 2)[1] ?? '', 16) === processId)?.[1] ?? [];
}

function sum(bytes: Uint8Array): string {
	return createHash('sha256').update(Buffer.from(bytes)).digest('hex');
}
