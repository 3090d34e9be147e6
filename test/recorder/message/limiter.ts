import {spawnSync} from 'node:child_process';
import process from 'node:process';
import test from 'ava';
import {createLimiter} from '../../../recorder/message/limiter.ts';
import {cli, readBytes, readMessages, recordingFile} from '../../helpers/terminal-run.ts';

const limit = {bytesPerSecond: 1000, burstBytes: 500} as const;

test('`pass` lets everything through at once', t => {
	const {admit} = createLimiter({...limit, action: 'pass'});
	t.deepEqual([admit(1_000_000, 0), admit(1_000_000, 0)], [0, 0]);
});

test('`delay` waits until the rate has made room for what is above the burst', t => {
	const {admit} = createLimiter({...limit, action: 'delay'});
	t.deepEqual([admit(1500, 0), admit(100, 0), admit(100, 0), admit(100, 1700)], [0, 100, 200, 0]);
});

test('`drop` drops what is above the burst, and a dropped message costs nothing', t => {
	const {admit} = createLimiter({...limit, action: 'drop'});
	t.deepEqual([admit(1500, 0), admit(1, 0), admit(2000, 0), admit(100, 99), admit(100, 100)], [0, undefined, undefined, undefined, 0]);
});

test('dropped messages leave a hole in the numbers, and the end is kept', t => {
	const file = recordingFile();
	const {stdout, status} = spawnSync(process.execPath, [cli, 'rec', '-o', file, '--limit-action', 'drop', '--limit-rate', '1', '--limit-burst', '6000', '--', 'sh', '-c', 'seq 1 5000; exit 7']);
	t.is(status, 7);
	t.is(stdout.toString().split('\n').length, 5001);
	const messages = readMessages(file);
	t.is(messages.at(-1)?.exit, '7');
	t.true((messages.at(-1)?.id ?? 0) > messages.length);
});

test('a command above the rate is held back, and all of it is recorded', t => {
	const file = recordingFile();
	const {stdout} = spawnSync(process.execPath, [cli, 'rec', '-o', file, '--limit-action', 'delay', '--limit-rate', '200000', '--limit-burst', '1000', '--', 'seq', '1', '60000']);
	t.true(readBytes(file, 'output').equals(stdout));
	t.true((readMessages(file).at(-1)?.positionMs ?? 0) > 500);
});
