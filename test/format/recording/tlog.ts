import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {ExecutionContext} from 'ava';
import {createEncoder} from '../../../source/format/recording/encode.ts';
import {createMessageReader} from '../../../source/format/recording/message-reader.ts';
import {parseMessage} from '../../../source/format/recording/parse-message.ts';
import {splitLines} from '../../../source/format/recording/split-lines.ts';
import {testWith} from '../../helpers/peer.ts';

const environment = {...process.env, LANG: 'C.UTF-8'};
const everyByte = Uint8Array.from({length: 256}, (_, byte) => byte);
const encoder = new TextEncoder();

testWith('tlog-play')('tlog-play replays what the encoder wrote, with the same bytes', async t => {
	const folder = await makeFolder(t);
	const writer = createEncoder({header: {host: 'web1', rec: 'b-1-2', user: 'ann', term: 'xterm', session: 7}, startedAt: 1_763_892_000_000, payloadBytes: 64});
	const output = [encoder.encode('Привет, 😀 "\\\u{7F}\r\n'), everyByte, everyByte.toReversed(), Uint8Array.of(0xF0, 0x9F), Uint8Array.of(0x98, 0x80), encoder.encode('end\u{2028}')];
	const lines = [
		...writer.push({type: 'window', positionMs: 0, columns: 80, rows: 24}),
		...output.flatMap((data, index) => [
			...writer.push({type: 'output', positionMs: index * 0.4, data}),
			...writer.push({type: 'input', positionMs: index * 0.4, data: everyByte}),
		]),
		...writer.end({exit: '0'}),
	];
	const file = path.join(folder, 'ours.log');
	await writeFile(file, lines.map(({text}) => `${text}\n`).join(''));
	t.deepEqual(await replay(file), {status: 0, errors: '', output: Buffer.concat([...output, tail])});
});

testWith('tlog-rec')('what tlog-rec wrote gives back the bytes that the program wrote', async t => {
	const folder = await makeFolder(t);
	const [input, file] = [path.join(folder, 'input'), path.join(folder, 'theirs.log')];
	const data = Buffer.concat([everyByte, encoder.encode('é😀€'.repeat(500)), everyByte.toReversed()]);
	await writeFile(input, data);
	const recorder = spawn('tlog-rec', ['--writer=file', `--file-path=${file}`, '--payload=64', 'cat', input], {env: environment, stdio: ['pipe', 'ignore', 'inherit']});
	t.deepEqual(await once(recorder, 'exit'), [0, null]);

	const reader = createMessageReader({isStrict: true});
	const found: Uint8Array[] = [];
	for await (const line of splitLines([await readFile(file)])) {
		t.is(line.type, 'line');
		const {packets, faults} = reader.read(parseMessage(line.type === 'line' ? line.text : ''));
		t.deepEqual(faults, []);
		found.push(...packets.flatMap(packet => packet.type === 'output' ? [packet.data] : []));
	}

	t.deepEqual(Buffer.concat(found), data);
});

/** What tlog-play writes when it ends: colours off, cursor on, a new line and, strangely, NUL. */
const tail = encoder.encode('\u{1B}[0m\u{1B}[?25h\n\0');

async function makeFolder(t: ExecutionContext): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'scribery-tlog-'));
	t.teardown(async () => {
		await rm(folder, {recursive: true});
	});
	return folder;
}

/** Play to the end at once. Standard input is an idle pipe: with /dev/null tlog-play would wait for ever. */
async function replay(file: string): Promise<{readonly status: number | null; readonly errors: string; readonly output: Buffer}> {
	const player = spawn('tlog-play', ['--reader=file', `--file-path=${file}`, '--goto=end'], {env: environment});
	const [output, errors, status] = await Promise.all([
		Array.fromAsync(player.stdout as AsyncIterable<Buffer>),
		Array.fromAsync(player.stderr as AsyncIterable<Buffer>),
		once(player, 'close').then(([code]: Array<number | null>) => code ?? null),
	]);
	return {status, errors: Buffer.concat(errors).toString(), output: Buffer.concat(output)};
}
