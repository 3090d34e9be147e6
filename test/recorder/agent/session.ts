import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import process from 'node:process';
import test from 'ava';
import {joinPackets, listFrames, makeAgentHome, readDelivered, startAgentRun, until, untilDelivered} from '../../helpers/agent-run.ts';
import {testWith} from '../../helpers/peer.ts';
import {buildShim, makeShimHome, readSpool, startShim, startShimOnPipes} from '../../helpers/shim.ts';

const program = buildShim();

testWith('tlog-play')('what the login shell spooled and the agent delivered is replayed by tlog-play byte for byte', async t => {
	const home = makeShimHome('', {program});
	const agent = makeAgentHome(home);
	const run = startAgentRun(agent);
	const terminal = startShim(home, ['-c', String.raw`printf "na\303\257ve \360\237\230\200 \377\376\r\n"; seq 3000; stty raw; head -c 20000 /dev/urandom`]);
	await terminal.ends();
	await untilDelivered(home, run);
	t.is(await run.stop(), 0);
	const player = spawn('tlog-play', ['-i', agent.files.file ?? '', '-g', 'end'], {stdio: ['pipe', 'pipe', 'inherit'], env: {...process.env, LC_ALL: 'C.UTF-8'}});
	const [played] = await Promise.all([Array.fromAsync(player.stdout as AsyncIterable<Buffer>), once(player, 'close')]);
	t.deepEqual(Buffer.concat(played), Buffer.concat([terminal.shown, Buffer.from('\u{1B}[0m\u{1B}[?25h\n\0')]));
});

test('messages say who, where and how it ended, and their numbers have no hole', async t => {
	const home = makeShimHome('input=yes\n', {program});
	const agent = makeAgentHome(home, {writers: ['one', 'two']});
	const run = startAgentRun(agent);
	const terminal = startShim(home, ['-c', 'echo "what?"; read x; exit 5']);
	await terminal.sees('what?');
	await terminal.type('yes\r').ends();
	await untilDelivered(home, run);
	await run.stop();
	const [messages = []] = readDelivered(agent.files.one).values();
	t.deepEqual(messages.map(({id}) => id), messages.map((_, index) => index + 1));
	t.like(messages[0], {user: 'root', term: 'xterm-256color', version: '2.3', id: 1, positionMs: 0});
	t.is(messages.at(-1)?.exit, '5');
	t.is(joinPackets(messages, 'input').toString(), 'yes\r');
	t.is(readFileSync(agent.files.two ?? '', 'utf8'), readFileSync(agent.files.one ?? '', 'utf8'));
	t.true(readFileSync(agent.files.one ?? '', 'utf8').includes(`"login":{"mode":"terminal","uid":${process.getuid?.() ?? 0}`));
});

test('output is delivered while the session goes on', async t => {
	const home = makeShimHome('', {program});
	const agent = makeAgentHome(home);
	const run = startAgentRun(agent);
	const terminal = startShim(home, ['-c', 'echo first; read x']);
	await until(() => joinPackets(readDelivered(agent.files.file).values().toArray().flat(), 'output').includes('first'), run.said);
	t.is(listFrames(home).length, 1);
	await terminal.type('\r').ends();
	await untilDelivered(home, run);
	await run.stop();
});

test('a day\'s sessions and segments that lie in the spool are delivered when the agent comes', async t => {
	const home = makeShimHome('segment=1048576\n', {program});
	const shown: string[] = [];
	for (let number = 0; number < 20; number++) {
		const terminal = startShim(home, ['-c', `echo session ${number}; ${number === 7 ? 'seq 500000' : ':'}`]);
		await terminal.ends();
		shown.push(terminal.shown.toString());
	}

	t.true(listFrames(home).length >= 22);
	const agent = makeAgentHome(home);
	const run = startAgentRun(agent);
	await untilDelivered(home, run);
	await run.stop();
	const delivered = readDelivered(agent.files.file).values().map(messages => joinPackets(messages, 'output').toString()).toArray();
	t.deepEqual(delivered.toSorted(), shown.toSorted());
});

test('a session without a terminal is told of, with what it carried and its status', async t => {
	const home = makeShimHome('', {program});
	const agent = makeAgentHome(home);
	const child = startShimOnPipes(home, ['-c', 'cat; exit 4']);
	child.stdin.end('12345');
	await once(child, 'exit');
	t.is(readSpool(home)[0]?.start.mode, 'counted');
	const run = startAgentRun(agent);
	await untilDelivered(home, run);
	await run.stop();
	const line = readFileSync(agent.files.file ?? '', 'utf8');
	t.regex(line, /"login":\{"mode":"counted".*"arguments":\["scribery-session","-c","cat; exit 4"\].*"carried":\{"in":5,"out":5,"err":0\},"ending":"exit","exit":"4"\}\n$/v);
});

test('a recorder killed before the agent came leaves a recording that says it is broken', async t => {
	const home = makeShimHome('', {program});
	const terminal = startShim(home, ['-c', 'echo shown; read x']);
	await terminal.sees('shown');
	process.kill(terminal.pid, 'SIGKILL');
	await terminal.ends();
	const agent = makeAgentHome(home);
	const run = startAgentRun(agent);
	await untilDelivered(home, run);
	await run.stop();
	t.true(readFileSync(agent.files.file ?? '', 'utf8').endsWith('"ending":"broken"}\n'));
});
