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

test('a file that cannot be read keeps no other from being imported and indexed', t => {
	const home = makeHome();
	const badCast = write('bad.cast', '{"version":2,"width":"wide","height":24}\n[0.1,"o","x"]\n');
	const other = fixturePath('web1-carol-less.jsonl.gz');
	const {status, stdout, stderr} = runScribery(home, ['import', good, folder, '/nonexistent-file', badCast, other]);
	t.is(status, 5);
	t.is(stdout.trim().split('\n').length, 2);
	t.regex(stderr, /^scribery: \S+ is a folder, [^\n]*\nscribery: \/nonexistent-file cannot be opened: [^\n]*\nscribery: \S+bad\.cast:1: [^\n]*\n$/v);
	const rows = runScribery(home, ['ls', '--json']).stdout.trim().split('\n').map(row => JSON.parse(row) as {indexed: boolean});
	t.deepEqual(rows.map(({indexed}) => indexed), [true, true]);
});

test('an unreadable file alone ends with 2, also where opening it works', t => {
	for (const file of [folder, '/nonexistent-file', '/proc/self/mem']) {
		const {status, stderr} = runScribery(makeHome(), ['import', good, file]);
		t.is(status, 2, `of ${file}`);
		t.is(stderr.trim().split('\n').length, 1, `of ${file}: ${stderr}`);
	}
});

test('with --json a file that cannot be read has its object, too', t => {
	const {stdout} = runScribery(makeHome(), ['import', '--json', '/nonexistent-file', good]);
	const [bad, fine] = stdout.trim().split('\n').map(row => JSON.parse(row) as {problems: readonly string[]});
	t.like(bad, {type: 'import', file: '/nonexistent-file', stored: 0, refused: 0});
	t.regex(bad?.problems[0] ?? '', /cannot be opened/v);
	t.like(fine, {stored: 8, problems: []});
});

test('a file name reaches the terminal with its controls escaped', t => {
	const {stdout, stderr} = runScribery(makeHome(), ['import', write('a\u{1B}]0;b\u{7}.jsonl', `${nginxLines}no message\n`), '/nonexistent\u{1B}[2J']);
	t.notRegex(stdout + stderr, /[\u{0}-\u{8}\u{B}-\u{1F}\u{7F}-\u{9F}]/v);
	t.regex(stdout, /a\\x1b\]0;b\\x07\.jsonl: 1 recordings/v);
	t.regex(stderr, /nonexistent\\x1b\[2J cannot be opened/v);
});
