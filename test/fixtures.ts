import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {gunzipSync, zstdDecompressSync} from 'node:zlib';
import test from 'ava';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = path.join(root, 'fixtures/recordings');
const files = readdirSync(folder).toSorted();
const readme = readFileSync(path.join(root, 'fixtures/readme.md'), 'utf8');
const rows = readme.split('\n').flatMap(line => /^\| `(?<name>[^`]+)` \|/v.exec(line)?.groups?.name ?? []);

/** What a recording may not show: traces of the machine that made it. */
const traces = [root, 'FAKETIME', 'faketime', 'host-'];
const hosts = new Set(['web1', 'web2', 'web3', 'db1', 'db2', 'bastion1']);
const weekFrom = Date.parse('2026-11-16T00:00:00Z') / 1000;
const weekTo = Date.parse('2026-11-22T20:00:00Z') / 1000;

test('the readme names each recording, truth and store once, and nothing that is missing', t => {
	const stores = readdirSync(path.join(root, 'fixtures/stores')).map(name => `stores/${name}`);
	t.deepEqual(rows.toSorted(), [...files, ...stores].toSorted());
});

test('each line of each recording is JSON, but those that the readme calls torn', t => {
	const lineFiles = [...messageFiles(), ...files.filter(file => file.endsWith('.cast'))];
	const broken = lineFiles.flatMap(file => linesOf(file).flatMap((line, index) => isJson(line) ? [] : [`${file}:${index + 1}`]));
	t.deepEqual(broken, readme.split('\n').flatMap(line => /^Torn: `(?<place>[^`]+)`/v.exec(line)?.groups?.place ?? []));
});

test('each message comes from one of the invented hosts and from the one week', t => {
	const strange = messageFiles().flatMap(file => linesOf(file).filter(line => isJson(line) && !isOfTheWeek(line)).map(line => `${file}: ${line.slice(0, 120)}`));
	t.deepEqual(strange, []);
});

test('no file of the fixtures shows the machine that made it', t => {
	const found = files.flatMap(file => traces.filter(trace => readText(file).includes(trace)).map(trace => `${file}: ${trace}`));
	t.deepEqual(found, []);
});

test('the fixtures stay small: 600 KB a file, 3 MB together', t => {
	const sizes = files.map(file => readFileSync(path.join(folder, file)).length);
	t.true(Math.max(...sizes) <= 600_000);
	t.true(sizes.reduce((sum, size) => sum + size, 0) <= 3_000_000);
});

function messageFiles(): string[] {
	return files.filter(file => /\.jsonl(?:\.gz|\.zst)?$/v.test(file));
}

function linesOf(file: string): string[] {
	return readText(file).split('\n').filter(line => line !== '');
}

function readText(file: string): string {
	return new TextDecoder().decode(unpack(file, readFileSync(path.join(folder, file))));
}

function unpack(file: string, bytes: Uint8Array): Uint8Array {
	if (file.endsWith('.gz')) {
		return gunzipSync(bytes);
	}

	return file.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes;
}

function isJson(line: string): boolean {
	try {
		JSON.parse(line);
		return true;
	} catch {
		return false;
	}
}

function isOfTheWeek(line: string): boolean {
	const message = JSON.parse(line) as {readonly host: string; readonly time?: number};
	const time = message.time ?? weekFrom;
	return hosts.has(message.host) && time >= weekFrom && time <= weekTo;
}
