import {Buffer} from 'node:buffer';
import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {buildShim, makeShimHome, readSpool, startShim} from '../../helpers/shim.ts';
import type {ReadRecording, ShimHome} from '../../helpers/shim.ts';
import {testWithSmallDisk} from '../../helpers/small-disk.ts';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';

function refusalOf({folder, program}: ShimHome): string {
	const {stdout, stderr, status} = spawnSync(program, ['-c', 'echo ran'], {cwd: folder, encoding: 'utf8'});
	return `${status} ${stdout}${stderr}`;
}

function onlyRecording(home: ShimHome): ReadRecording {
	const [recording] = readSpool(home);
	if (recording === undefined) {
		throw new Error('Nothing was recorded');
	}

	return recording;
}

for (const [line, wrong] of [
	['rat=1', '"rat" is not a setting'],
	['rate', '"rate" has no value that ends with its line'],
	['rate=', '"rate" is not a whole number in its range'],
	['rate=-1', '"rate" is not a whole number in its range'],
	['rate=1k', '"rate" is not a whole number in its range'],
	['rate=99999999999999999999999', '"rate" is not a whole number in its range'],
	['segment=10', '"segment" is not a whole number in its range'],
	['full=maybe', '"full" is none of the words it may be'],
	['full=', '"full" is none of the words it may be'],
	['shell=bash', '"shell" is not an absolute path'],
	[`shell=/${'x'.repeat(256)}`, '"shell" is too long'],
	['notice=\0x', '"notice" has no value that ends with its line'],
] as const) {
	test(`a setting ${JSON.stringify(line.slice(0, 20))} is refused with its line, and passed over where policy lets sessions go on`, t => {
		t.is(refusalOf(makeShimHome(`# fine\nrate=0\n${line}\n`)), `1 scribery-session: this session cannot be recorded and is refused: ./session.conf:3: ${wrong}: Invalid argument\n`);
		t.is(refusalOf(makeShimHome(`# fine\n\n${line}\nfull=pass\n`)), '0 ran\n');
	});
}

test('the configuration that is shipped has every key, and changes nothing', t => {
	const folder = path.join(fileURLToPath(new URL('../../../..', import.meta.url)), 'recorder/shim');
	const shipped = readFileSync(path.join(folder, 'session.conf'), 'utf8');
	const source = readFileSync(path.join(folder, 'session.c'), 'utf8');
	const fields = /char shell\[256\], notice\[512\]; uint64_t (?<numbers>[ ,a-z]+);/v.exec(source)?.groups;
	const keys = shipped.matchAll(/^(?<key>[a-z]+)=/gmv).map(({groups}) => groups?.key);
	t.deepEqual(new Set(keys), new Set(['shell', 'notice', ...fields?.numbers?.split(', ') ?? []]));
	t.is(refusalOf(makeShimHome(shipped)), '0 ran\n');
});

test('without a configuration all has its default', t => {
	const home = makeShimHome();
	rmSync(path.join(home.folder, 'session.conf'));
	t.is(refusalOf(home), '0 ran\n');
	t.is(onlyRecording(home).start.shell, '/bin/bash');
});

test('a configuration that others may write, that is a link, or that is too long is refused, whatever it says', t => {
	const home = makeShimHome('full=pass\n');
	const file = path.join(home.folder, 'session.conf');
	chmodSync(file, 0o666);
	t.regex(refusalOf(home), /^1 .*has to be root's/v);
	rmSync(file);
	symlinkSync('/dev/null', file);
	t.regex(refusalOf(home), /^1 .*symbolic links/v);
	rmSync(file);
	writeFileSync(file, '#'.repeat(20_000));
	t.regex(refusalOf(home), /^1 .*File too large/v);
});

test('a spool that is not the recorder\'s own, or is open to others, is refused', t => {
	const home = makeShimHome('full=pass\n');
	chmodSync(home.spool, 0o755);
	t.regex(refusalOf(home), /^1 .*Operation not permitted/v);
});

test('a missing spool refuses the session or lets it go on, as policy says', t => {
	for (const [full, expected] of [['block', /^1 .*No such file/v], ['kill', /^1 .*No such file/v], ['pass', /^0 ran\n$/v]] as const) {
		const home = makeShimHome(`full=${full}\n`);
		rmSync(home.spool, {recursive: true});
		t.regex(refusalOf(home), expected);
	}
});

test('a spool that comes back is recorded to again, the gap in numbers', async t => {
	const folder = makeTemporaryFolder('scribery-shim-');
	const home = makeShimHome('full=pass\n', {folder, program: buildShim({place: folder})});
	chmodSync(path.join(folder, 'session.conf'), 0o644);
	rmSync(home.spool, {recursive: true});
	const terminal = startShim(home, ['-c', 'echo lost; read x; while echo more; do [ -e go ] && [ -n "$(ls spool)" ] && break; sleep 0.1; done; exit 6']);
	await terminal.sees('lost');
	mkdirSync(home.spool, {mode: 0o700});
	writeFileSync(path.join(folder, 'go'), '');
	terminal.type('\r');
	t.is((await terminal.ends()).status, 6);
	const {gaps, bytesOf, end, frames} = onlyRecording(home);
	t.is(gaps.length, 1);
	t.is(gaps[0]?.errno, 2);
	t.is((gaps[0]?.lostBytes ?? 0) + bytesOf('output').length, terminal.shown.length);
	t.is(frames[2]?.type, 'window'); // The size is told anew after a gap.
	t.like(end, {how: 'exit', code: 6});
});

test('after a gap the echo is told anew, before the keys it concerns', async t => {
	const folder = makeTemporaryFolder('scribery-shim-');
	const home = makeShimHome('full=pass\ninput=yes\n', {folder, program: buildShim({place: folder})});
	rmSync(home.spool, {recursive: true});
	const terminal = startShim(home, ['-c', 'stty -echo; echo one; read x; echo two; while [ -z "$(ls spool)" ]; do echo more; sleep 0.1; done; echo three; read y; echo four']);
	await terminal.sees('one');
	await terminal.type('lost\r').sees('two');
	mkdirSync(home.spool, {mode: 0o700});
	await terminal.sees('three');
	await terminal.type('secret\r').sees('four');
	await terminal.ends();
	t.deepEqual(onlyRecording(home).frames.filter(({type}) => type === 'input' || type === 'echo'), [
		{type: 'echo', isEchoed: false, isLineMode: true},
		{type: 'input', data: Buffer.from('secret\r')},
	]);
});

testWithSmallDisk('a full disk holds the session until there is room, and then nothing is missing', async (t, folder) => {
	const home = makeShimHome('full=block\n', {folder});
	writeFileSync(path.join(folder, 'filler'), new Uint8Array(2_500_000));
	const terminal = startShim(home, ['-c', String.raw`stty -opost; head -c 1000000 /dev/zero | tr "\0" x; echo END`]);
	await terminal.sees('it waits: No space left on device');
	t.false(terminal.shown.includes('END'));
	rmSync(path.join(folder, 'filler'));
	await terminal.sees('END');
	t.is((await terminal.ends()).status, 0);
	t.true(terminal.shown.includes('the recording goes on'));
	const recording = onlyRecording(home);
	t.deepEqual(recording.events.filter(({type}) => type !== 'frame'), []);
	t.is(recording.bytesOf('output').toString(), `${'x'.repeat(1_000_000)}END\n`);
});

testWithSmallDisk('a full disk ends the session where policy says so; the record is whole up to there', async (t, folder) => {
	for (const conf of ['full=kill\n', 'full=block\nwait=1\n']) {
		const home = {...makeShimHome(conf, {folder: path.join(folder, conf.slice(5, 9).trim())})};
		writeFileSync(path.join(folder, 'filler'), new Uint8Array(2_500_000));
		const terminal = startShim(home, ['-c', String.raw`head -c 1000000 /dev/zero | tr "\0" x; sleep 100`]);
		t.is((await terminal.ends()).signal, 1);
		t.true(terminal.shown.includes('it ends: No space left on device'));
		const {events, end} = onlyRecording(home);
		t.deepEqual(events.filter(({type}) => type !== 'frame'), []);
		t.is(end?.cause, 1);
		rmSync(path.join(folder, 'filler'));
		rmSync(home.spool, {recursive: true});
	}
});

testWithSmallDisk('a full disk lets the session pass where policy says so; gap and end still have their place', async (t, folder) => {
	const home = makeShimHome('full=pass\n', {folder});
	writeFileSync(path.join(folder, 'filler'), new Uint8Array(2_500_000));
	const terminal = startShim(home, ['-c', String.raw`head -c 1000000 /dev/zero | tr "\0" x; exit 5`]);
	t.is((await terminal.ends()).status, 5);
	t.is(terminal.shown.length, 1_000_000);
	const {events, end, gaps, bytesOf} = onlyRecording(home);
	t.deepEqual(events.filter(({type}) => type !== 'frame'), []);
	t.is(gaps.length, 1);
	t.is(gaps[0]?.errno, 28);
	t.is(bytesOf('output').length + (gaps[0]?.lostBytes ?? 0), 1_000_000);
	t.like(end, {how: 'exit', code: 5});
});

test('a user who holds his quota in the spool is refused, by size and by number of files', t => {
	const home = makeShimHome('quota=200000\nfull=kill\n');
	const held = path.join(home.spool, String(process.getuid?.()));
	mkdirSync(held, {mode: 0o700});
	for (const name of ['a', 'b', 'c']) {
		writeFileSync(path.join(held, `${name}.0.frames`), 'x');
	}

	t.is(refusalOf(home), '0 ran\n');
	t.is(refusalOf(home), '1 scribery-session: this session cannot be recorded and is refused: ./spool: Disk quota exceeded\n');
});

test('a session that outgrows its user\'s quota ends', async t => {
	const home = makeShimHome('quota=2000000\nfull=kill\n');
	const terminal = startShim(home, ['-c', 'exec yes']);
	t.is((await terminal.ends()).signal, 1);
	t.true(terminal.shown.includes('it ends: Disk quota exceeded'));
	t.true(onlyRecording(home).bytesOf('output').length < 3_200_000);
});

test('a session that waits for room is ended by SIGTERM', async t => {
	const home = makeShimHome('quota=500000\nfull=block\nwait=0\n');
	const terminal = startShim(home, ['-c', 'exec yes']);
	await terminal.sees('it waits: Disk quota exceeded');
	process.kill(terminal.pid, 'SIGTERM');
	t.is((await terminal.ends()).signal, 15);
	const {events, end} = onlyRecording(home);
	t.deepEqual(events.filter(({type}) => type !== 'frame'), []);
	t.like(end, {how: 'signal', code: 1, cause: 15}); // The shell died of the hang-up, the session of the signal.
});

for (const [limit, expected] of [
	['-Sf 0', /RAN 0/v], // A soft limit is the shell's own.
	['-f 0', /(?:refused|it ends).*File too large/v],
	['-n 4', /refused/v],
	['-t 1', /RAN/v],
	['-c 0', /RAN/v],
	['-s 64', /RAN|cannot|Segmentation|Killed/v],
] as const) {
	test(`under \`ulimit ${limit}\` what runs is recorded, and what cannot be recorded does not run`, async t => {
		const home = makeShimHome('full=pass\n');
		const terminal = startShim(home, ['-c', 'echo RAN $(ulimit -f)'], {before: `ulimit ${limit}`});
		await terminal.ends();
		const shown = terminal.shown.toString();
		t.regex(shown, expected);
		t.is(readSpool(home).some(recording => recording.bytesOf('output').includes('RAN')), shown.includes('RAN'));
	});
}

test('what is left of a segment\'s reserve is given back at the end', t => {
	const home = makeShimHome('');
	spawnSync(home.program, ['-c', 'true'], {cwd: home.folder});
	const {stdout} = spawnSync('sh', ['-c', `stat -c %b ${home.spool}/*/*.frames`], {encoding: 'utf8'});
	t.true(Number(stdout) * 512 <= 8192, stdout);
});
