import {Buffer} from 'node:buffer';
import {spawn, spawnSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import process from 'node:process';
import test from 'ava';
import {cli, readBytes, readMessages, readSizes, recordingFile} from '../../helpers/terminal-run.ts';

const random = randomBytes(300_000);

function record(file: string, words: readonly string[], input: Uint8Array | string = '') {
	return spawnSync(process.execPath, [cli, 'rec', '-o', file, ...words], {input, maxBuffer: 1e9});
}

test('without a terminal both output streams pass byte for byte, apart, and are recorded', t => {
	const file = recordingFile();
	const {stdout, stderr, status} = record(file, ['--', 'sh', '-c', 'cat; echo problem >&2; exit 9'], random);
	t.is(status, 9);
	t.true(stdout.equals(random));
	t.is(stderr.toString(), 'problem\n');
	t.is(readBytes(file, 'output').length, random.length + 8);
	t.deepEqual(readSizes(file), []);
	t.is(readMessages(file).at(-1)?.exit, '9');
});

test('recorded input passes byte for byte, and its end is passed on', t => {
	const file = recordingFile();
	const {stdout} = record(file, ['--log-input', '--', 'cat'], random);
	t.true(stdout.equals(random));
	t.true(readBytes(file, 'input').equals(random));
	t.true(readBytes(file, 'output').equals(random));
});

test('input that is not recorded is left for the next program', t => {
	const {stdout} = spawnSync('sh', ['-c', String.raw`"$0" "$1" rec -o "$2" -- sh -c "read line; echo one: \$line"; cat`, process.execPath, cli, recordingFile()], {input: 'a\nb\n'});
	t.is(stdout.toString(), 'one: a\nb\n');
});

test('a reader that goes away ends the command as it would have without a recorder', t => {
	const {stdout, status} = spawnSync('bash', ['-c', '"$0" "$1" rec -o "$2" -- yes | head -n 2; exit $PIPESTATUS', process.execPath, cli, recordingFile()]);
	t.is(stdout.toString(), 'y\ny\n');
	t.is(status, 128 + 13);
});

test('closed streams are no reason to fail', t => {
	const {status} = spawnSync('sh', ['-c', '"$0" "$1" rec -o "$2" -- sh -c "echo out; exit 4" <&- >&- 2>&-', process.execPath, cli, recordingFile()]);
	t.is(status, 4);
});

test('a command can open its streams by name', t => {
	const file = recordingFile();
	const {stdout, stderr, status} = record(file, ['--', 'sh', '-c', 'echo out > /dev/stdout; echo err > /dev/stderr']);
	t.deepEqual(
		{stdout: stdout.toString(), stderr: stderr.toString(), status, recorded: readBytes(file, 'output').toString().split('\n').toSorted()},
		{stdout: 'out\n', stderr: 'err\n', status: 0, recorded: ['', 'err', 'out']},
	);
});

test('arguments and environment arrive byte for byte, UTF-8 or not', t => {
	const script = [
		String.raw`b=$(printf 'x\377\376y\012z'); export WILD="$b" EMPTY= 'QUOTED=it'"'"'s $HOME'`,
		String.raw`env -0 | grep -azv "^_=" >"$3.want"; printf "%s\0" "$b" "" "a b" >"$3.words"`,
		String.raw`"$0" "$1" rec -o "$2" -- sh -c 'env -0 | grep -azv "^_="; printf "%s\0" "$@" >&2' sh "$b" "" "a b" >"$3.got" 2>"$3.gotwords"`,
		'cmp "$3.want" "$3.got" && cmp "$3.words" "$3.gotwords"',
	].join('\n');
	const {status, stdout} = spawnSync('dash', ['-c', script, process.execPath, cli, recordingFile(), recordingFile()], {env: {PATH: process.env.PATH, LANG: 'C.UTF-8', PWD: process.cwd(), 'BASH_FUNC_f%%': '() { :; }'}});
	t.is(stdout.toString(), '');
	t.is(status, 0);
});

test('SIGTERM reaches the command; what was shown is written within 100 ms, and the recorder dies of it', async t => {
	const file = recordingFile();
	const child = spawn(process.execPath, [cli, 'rec', '--latency', '1000', '-o', file, '--', 'sh', '-c', 'trap "sleep 0.3; echo bye; exit 0" TERM; echo ready; while :; do sleep 0.05; done'], {stdio: ['ignore', 'pipe', 'inherit']});
	const chunks: Uint8Array[] = [];
	for await (const chunk of child.stdout) {
		chunks.push(chunk as Uint8Array);
		if (chunks.length !== 1) {
			continue;
		}

		child.kill('SIGTERM');
		await new Promise(resolve => {
			setTimeout(resolve, 100);
		});
		t.is(readBytes(file, 'output').toString(), 'ready\n');
	}

	t.is(Buffer.concat(chunks).toString(), 'ready\nbye\n');
	t.is(child.signalCode ?? await new Promise(resolve => {
		child.on('exit', (_status, signal) => {
			resolve(signal);
		});
	}), 'SIGTERM');
	t.is(readBytes(file, 'output').toString(), 'ready\nbye\n');
});
