import {createHash, randomBytes} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';
import {testWith} from '../../helpers/peer.ts';
import {makeShimHome, readSpool, startShim} from '../../helpers/shim.ts';
import {assertWhole, onlyRecording, runShimSession} from '../../helpers/shim-session.ts';

test('3 MB of any bytes are shown and recorded as they were printed', async t => {
	const home = makeShimHome();
	const data = randomBytes(3_000_000);
	const file = path.join(home.folder, 'data');
	writeFileSync(file, data);
	const terminal = startShim(home, ['-c', 'stty raw -echo; cat data']);
	await terminal.ends();
	t.is(sum(terminal.shown), sum(data));
	t.is(sum(onlyRecording(home).bytesOf('output')), sum(data));
});

test('1 MB pasted arrives whole and is recorded whole', async t => {
	const home = makeShimHome('input=yes\n');
	const data = randomBytes(1_000_000);
	const terminal = startShim(home, ['-c', 'stty raw -echo; echo READY; head -c 1000000 | sha256sum']);
	await terminal.sees('READY');
	await terminal.type(data).sees(sum(data));
	await terminal.ends();
	t.is(sum(onlyRecording(home).bytesOf('input')), sum(data));
});

test('a shell that closes its terminal and opens it again is shown and recorded', async t => {
	const {shown, recording} = await runShimSession(makeShimHome(), ['-c', 'exec >&- 2>&- <&-; sleep 0.3; echo again >/dev/tty']);
	t.is(shown, 'again\r\n');
	t.is(recording.bytesOf('output').toString(), shown);
});

test('a background job that keeps the terminal holds nobody up, and costs no output', async t => {
	const {shown} = await runShimSession(makeShimHome(), ['-c', String.raw`trap "" HUP; sleep 60 & head -c 100000 /dev/zero | tr "\0" x; kill $!`]);
	t.is(shown.length, 100_000);
});

test('a recording goes on in further segments without a byte missing', async t => {
	const home = makeShimHome('segment=1048576\n');
	const {shown, recording} = await runShimSession(home, ['-c', 'stty -opost; seq 500000']);
	assertWhole(t, recording);
	t.true(recording.frames.filter(({type}) => type === 'rotation').length >= 3);
	t.is(recording.bytesOf('output').toString(), shown);
	t.is(shown.length, 3_388_895);
});

test('the rate limit holds the terminal back and loses nothing', async t => {
	const [rate, burst] = [200_000, 65_536];
	const {shown, recording} = await runShimSession(makeShimHome(`rate=${rate}\nburst=${burst}\n`), ['-c', String.raw`head -c 300000 /dev/zero | tr "\0" x`]);
	t.is(shown.length, 300_000);
	const frames = recording.events.flatMap(event => event.type === 'frame' ? [event] : []);
	const first = frames[0]?.atUs ?? 0;
	let total = 0;
	for (const {offset, endOffset, atUs} of frames.slice(0, -1)) {
		t.true(total <= burst + (rate * (atUs - first) / 1_000_000) + 4200, `${total} bytes after ${atUs - first} us`); // One read may overdraw.
		total += endOffset - offset;
	}
});

test('the recorder killed outright has recorded all that was shown', async t => {
	for (let time = 0; time < Number(process.env.SCRIBERY_KILL_RUNS ?? 20); time++) {
		const home = makeShimHome();
		const terminal = startShim(home, ['-c', time % 2 === 0 ? 'i=0; while :; do echo "line $((i++)) naïve λ"; done' : 'exec cat /dev/urandom']);
		await terminal.sees('\n', (time * 3) + 1);
		process.kill(terminal.pid, 'SIGKILL');
		await terminal.ends();
		const recorded = onlyRecording(home).bytesOf('output');
		t.true(recorded.subarray(0, terminal.shown.length).equals(terminal.shown), `${terminal.shown.length} shown, ${recorded.length} recorded`);
	}
});

testWith('vim')('vim draws on it, takes keys and leaves the screen as it was', async t => {
	const home = makeShimHome();
	const terminal = startShim(home, ['-c', 'vim -u NONE -N text']);
	await terminal.sees('~');
	await terminal.type('ihello from vim\u{1B}').sees('hello from vim');
	terminal.type(':wq\r');
	t.is((await terminal.ends()).status, 0);
	t.is(onlyRecording(home).bytesOf('output').toString(), terminal.shown.toString());
});

testWith('less')('less pages on it', async t => {
	const home = makeShimHome();
	const terminal = startShim(home, ['-c', 'seq 1000 | less'], {rows: 24});
	await terminal.sees('23\r\n');
	await terminal.type('G').sees('1000\r\n');
	terminal.type('q');
	t.is((await terminal.ends()).status, 0);
	t.is(onlyRecording(home).bytesOf('output').toString(), terminal.shown.toString());
});

testWith('tmux')('tmux runs in it, and what runs in tmux is recorded anew', async t => {
	const home = makeShimHome();
	const terminal = startShim(home, ['-c', `tmux -S ${makeTemporaryFolder('scribery-tmux-')}/server -f /dev/null new-session '${home.program} -c "echo in; echo side; read x"'`]);
	await terminal.sees('side');
	terminal.type('\r');
	await terminal.ends();
	t.is(readSpool(home).length, 2);
});

function sum(data: Uint8Array): string {
	return createHash('sha256').update(data).digest('hex');
}
