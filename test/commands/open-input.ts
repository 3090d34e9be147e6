import {Buffer} from 'node:buffer';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {Readable} from 'node:stream';
import {gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {openInput} from '../../source/commands/import/open-input.ts';
import {makeTemporaryFolder} from '../helpers/temporary-folder.ts';

const folder = makeTemporaryFolder('scribery-input-');
const text = 'line one\nline two\n'.repeat(10_000);

async function readAll(name: string, stdin: Readable = Readable.from([])): Promise<string> {
	const chunks: Uint8Array[] = await Array.fromAsync(await openInput(name, stdin));

	return Buffer.concat(chunks).toString('utf8');
}

const packings: ReadonlyArray<readonly [string, (data: string) => Uint8Array]> = [
	['plain', data => Buffer.from(data)],
	['gzip', data => gzipSync(data)],
	['zstd', data => zstdCompressSync(data)],
];

for (const [name, pack] of packings) {
	test(`a ${name} file gives its text whatever it is called`, async t => {
		const file = path.join(folder, `${name}.any`);
		writeFileSync(file, pack(text));
		t.is(await readAll(file), text);
	});

	test(`${name} data on standard input gives its text, however it is cut`, async t => {
		const bytes = Buffer.from(pack(text));
		t.is(await readAll('-', Readable.from([bytes.subarray(0, 1), bytes.subarray(1, 3), bytes.subarray(3)])), text);
	});
}

test('an empty file gives nothing', async t => {
	const file = path.join(folder, 'empty');
	writeFileSync(file, '');
	t.is(await readAll(file), '');
});

test('a missing file is a UserError that names it', async t => {
	await t.throwsAsync(openInput(path.join(folder, 'none'), Readable.from([])), {name: 'UserError', message: /none cannot be opened/v});
});

test('a folder is a UserError that names it', async t => {
	await t.throwsAsync(openInput(folder, Readable.from([])), {name: 'UserError', message: /is a folder/v});
});

test('a damaged gzip file throws while it is read', async t => {
	const file = path.join(folder, 'damaged.gz');
	const bytes = gzipSync(text);
	writeFileSync(file, bytes.subarray(0, -20));
	await t.throwsAsync(readAll(file), {code: 'Z_BUF_ERROR'});
});
