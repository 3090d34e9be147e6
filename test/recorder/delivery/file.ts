import {execFileSync, spawnSync} from 'node:child_process';
import {readFileSync, statSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import test from 'ava';
import {openFile} from '../../../recorder/delivery/file.ts';
import {cli, readMessages, recordingFile} from '../../helpers/terminal-run.ts';

const message = (id: number, text: string) => ({recording: 'rec', user: 'ann', session: 1, id, positionMs: 0, at: 0, exit: undefined, text});

test('messages are appended, one line each', t => {
	const file = recordingFile();
	for (const id of [1, 2]) {
		const delivery = openFile(file);
		void delivery.write([message(id, `a${id}`), message(id, `b${id}`)]);
		void delivery.close();
	}

	t.is(readFileSync(file, 'utf8'), 'a1\nb1\na2\nb2\n');
	t.is(statSync(file).mode % 0o1000, 0o600);
});

test('a last line that was torn costs no message of the next recording', t => {
	const file = recordingFile();
	writeFileSync(file, 'whole\ntorn');
	const delivery = openFile(file);
	void delivery.write([message(1, 'a')]);
	void delivery.write([message(2, 'b')]);
	void delivery.close();
	t.is(readFileSync(file, 'utf8'), 'whole\ntorn\na\nb\n');
});

test('a file that cannot be opened is told before the command starts', t => {
	const {status, stdout, stderr} = spawnSync(process.execPath, [cli, 'rec', '-o', '/nonexistent/x', '--', 'echo', 'hi']);
	t.is(status, 3);
	t.is(stdout.toString(), '');
	t.regex(stderr.toString(), /^scribery: \/nonexistent\/x: .*ENOENT/v);
});

test('a device that is full is told once, and the command goes on', t => {
	const {status, stdout, stderr} = spawnSync(process.execPath, [cli, 'rec', '-o', '/dev/full', '--latency', '20ms', '--', 'sh', '-c', 'for i in 1 2 3; do echo $i; sleep 0.1; done; exit 6']);
	t.is(status, 6);
	t.is(stdout.toString(), '1\n2\n3\n');
	t.is(stderr.toString().match(/ENOSPC/gv)?.length, 1);
	t.regex(stderr.toString(), /the recording lacks \d+ messages/v);
});

test('with `--failure-mode strict` a device that is full ends the session', t => {
	const {status, stderr} = spawnSync(process.execPath, [cli, 'rec', '-o', '/dev/full', '--latency', '20ms', '--failure-mode', 'strict', '--', 'sh', '-c', 'echo hi; sleep 30']);
	t.is(status, 3);
	t.regex(stderr.toString(), /the session was ended/v);
});

const testAsRoot = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0 ? test : test.skip;

testAsRoot('a disk that was full and is not any more leaves whole lines, and a gap in the numbers (needs root)', t => {
	const file = recordingFile();
	const copy = recordingFile();
	const script = 'd=$(mktemp -d); mount -t tmpfs -o size=4m none "$d"; head -c 4100000 /dev/zero >"$d/fill"; "$0" "$1" rec -o "$d/r" --latency 20ms -- sh -c \'seq 1 400000; rm "$1/fill"; sleep 0.2; echo again\' sh "$d" >/dev/null 2>"$2"; cp "$d/r" "$3"; umount "$d"; rmdir "$d"';
	execFileSync('unshare', ['-m', 'sh', '-c', script, process.execPath, cli, file, copy]);
	const messages = readMessages(copy);
	t.regex(readFileSync(file, 'utf8'), /ENOSPC/v);
	t.true(messages.length > 1);
	t.true(messages.some((found, index) => index > 0 && found.id > (messages[index - 1]?.id ?? 0) + 1));
});
