import {Buffer} from 'node:buffer';
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {fixturePath} from '../helpers/fixture-store.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'scribery-import-'));
const lines = readFileSync(fixturePath('web1-carol-less.jsonl.gz'));
const good = fixturePath('web1-alice-nginx.jsonl');
const nginxLines = readFileSync(good, 'utf8');

function write(name: string, data: Uint8Array | string): string {
	const file = path.join(folder, name);
	writeFileSync(file, data);
	return file;
}

function countMessages(home: string): number {
	const rows = runScribery(home, ['ls', '--json']).stdout.trim().split('\n').filter(Boolean);
	return rows.map(row => JSON.parse(row) as {messages: number}).reduce((sum, {messages}) => sum + messages, 0);
}

const packings: ReadonlyArray<readonly [extension: string, pack: (text: string) => Uint8Array]> = [
	['gz', text => gzipSync(text)],
	['zst', text => zstdCompressSync(text)],
];

for (const [extension, pack] of packings) {
	test(`a .${extension} file that breaks off is kept as far as it goes`, t => {
		const home = makeHome();
		// A second pack that is cut: what the first one holds is whole.
		const file = write(`cut.${extension}`, Buffer.concat([pack(nginxLines), pack(nginxLines.repeat(50)).subarray(0, -12)]));
		const {status, stdout, stderr} = runScribery(home, ['import', file]);
		t.is(status, 5);
		t.regex(stdout, / 8 new, \d+ doubled, 1 refused\n/v);
		t.regex(stderr, new RegExp(String.raw`^scribery: .*cut\.${extension}: cannot be read behind line \d+: .*; the lines before are kept\n$`, 'v'));
		t.is(countMessages(home), 8);
	});
}

test('what stands before a damaged byte of a .gz file is kept', t => {
	const home = makeHome();
	const bytes = Buffer.from(lines);
	bytes.fill(0xFF, bytes.length - 1500, bytes.length - 1400);
	const {status, stderr} = runScribery(home, ['import', write('flipped.gz', bytes)]);
	t.is(status, 5);
	t.is(stderr.trim().split('\n').length, 1);
	t.true(countMessages(home) > 0);
});
