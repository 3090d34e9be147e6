import {Buffer} from 'node:buffer';
import {spawnSync} from 'node:child_process';
import {constants} from 'node:os';
import path from 'node:path';
import test from 'ava';
import {createDatagramSender} from '../../../recorder/delivery/datagram-sender.ts';
import {RecorderError} from '../../../recorder/errors.ts';
import {buildDatagramProgram, buildSanitizedDatagramProgram} from '../../helpers/datagram-program.ts';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';

buildDatagramProgram();
const program = buildSanitizedDatagramProgram();
const missing = path.join(makeTemporaryFolder('scribery-datagram-'), 'none');

function frame(data: string | Uint8Array): Buffer {
	const bytes = Buffer.from(data);
	const length = Buffer.alloc(4);
	length.writeUInt32LE(bytes.length);
	return Buffer.concat([length, bytes]);
}

function run(input: Uint8Array, ...words: readonly string[]): {readonly status: number | null; readonly answers: readonly number[]; readonly complaint: string} {
	const {status, stdout, stderr} = spawnSync(program, words.length === 0 ? [missing] : [...words], {input, maxBuffer: 1 << 20});
	return {status, answers: Array.from({length: stdout.length / 4}, (_, index) => stdout.readUInt32LE(index * 4)), complaint: stderr.toString()};
}

test('each datagram is answered, in order', t => {
	t.deepEqual(run(Buffer.concat([frame(''), frame('a'), frame(Buffer.alloc(100_000))])), {status: 0, answers: Array.from({length: 3}, () => constants.errno.ENOENT), complaint: ''});
});

test('an input that ends inside a datagram ends the program', t => {
	for (const input of ['', '\u{1}', '\u{3}\0\0\0ab']) {
		t.deepEqual(run(Buffer.from(input)), {status: 0, answers: [], complaint: ''});
	}
});

test('a length that no message has is refused', t => {
	const {status, answers, complaint} = run(Buffer.from([0, 0, 0, 0xFF]), missing, 'spill');
	t.is(status, 2);
	t.deepEqual(answers, []);
	t.regex(complaint, /a datagram of 4278190080 bytes, expected at most 67108864/v);
});

for (const words of [[`/${'x'.repeat(107)}`], [missing, 'other'], [missing, 'spill', 'more']]) {
	test(`wrong words end it with its usage: ${words.join(' ').slice(-20)}`, t => {
		const {status, complaint} = run(frame('a'), ...words);
		t.is(status, 2);
		t.regex(complaint, /^usage: /v);
	});
}

test('a path that no socket can have is told with its limit', async t => {
	const sender = createDatagramSender(`/${'x'.repeat(107)}`, false);
	await t.throwsAsync(sender.send(Buffer.from('a')), {instanceOf: RecorderError, message: /ended with 2: usage: .* PATH has at most 107 bytes/v});
	sender.close();
});

test('after `close` a program is started anew', async t => {
	const sender = createDatagramSender(missing, true);
	for (let round = 0; round < 3; round++) {
		t.is(await sender.send(Buffer.from('a')), constants.errno.ENOENT);
		sender.close();
	}
});
