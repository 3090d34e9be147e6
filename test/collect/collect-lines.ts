import {Buffer} from 'node:buffer';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {collectLines} from '../../source/collect/collect-lines.ts';
import {splitLines} from '../../source/format/recording/split-lines.ts';
import {openStore} from '../../source/store/open-store.ts';
import {systemClock} from '../../source/clock.ts';
import type {Store} from '../../source/store/store.ts';
import {makeTemporaryFolder} from '../helpers/temporary-folder.ts';

const recordings = fileURLToPath(new URL('../../../fixtures/recordings/', import.meta.url));
const good = '{"ver":"2.3","host":"web1","rec":"r1","user":"alice","term":"xterm","session":7,"id":1,"pos":0,"time":1795000000.000,"timing":"=80x24>2","in_txt":"","in_bin":[],"out_txt":"ok","out_bin":[]}';

async function openEmpty(): Promise<Store> {
	return openStore(path.join(makeTemporaryFolder('scribery-collect-'), 'store.db'), {mode: 'create', clock: systemClock});
}

async function collect(store: Store, text: string) {
	return collectLines(store, splitLines([Buffer.from(text)]), {file: 'test.jsonl'});
}

async function readTexts(store: Store, host: string, rec: string): Promise<string[]> {
	return Array.fromAsync(store.readMessages({host, rec}), ({text}) => text);
}

test('a line is stored verbatim', async t => {
	const store = await openEmpty();
	const odd = good.replaceAll(',"', ' ,  "').replace('"ver"', '"future":[1,{}],"ver"');
	await collect(store, `${odd}\n`);
	t.deepEqual(await readTexts(store, 'web1', 'r1'), [odd]);
});

test('the same input again stores nothing new', async t => {
	const store = await openEmpty();
	t.like(await collect(store, `${good}\n`), {stored: 1, doubled: 0});
	t.like(await collect(store, `${good}\n`), {stored: 0, doubled: 1, refused: 0});
});

test('a line whose events are faulty is stored and told', async t => {
	const store = await openEmpty();
	const faulty = good.replace('>2', '>200');
	const report = await collect(store, `${faulty}\n`);
	t.like(report, {stored: 1, refused: 0, problemCount: 1});
	t.regex(report.problems[0] ?? '', /^test\.jsonl:1: "out_txt"/v);
});

const refusals: ReadonlyArray<readonly [string, string, RegExp]> = [
	['invalid JSON', '{"ver":', /test\.jsonl:1/v],
	['no JSON at all', 'Nov 23 10:00:00 web1 sshd[1]: hello', /test\.jsonl:1/v],
	['a null field', good.replace('"alice"', 'null'), /"user"/v],
	['a wrong type', good.replace('"id":1', '"id":"one"'), /"id"/v],
	['a missing field', good.replace('"host":"web1",', ''), /"host"/v],
	['a version of another world', good.replace('2.3', '3.0'), /"ver"/v],
];

for (const [name, line, place] of refusals) {
	test(`${name} is refused with its place, the lines around it are stored`, async t => {
		const store = await openEmpty();
		const report = await collect(store, `${line}\n${good}\n`);
		t.like(report, {stored: 1, refused: 1});
		t.regex(report.problems[0] ?? '', place);
	});
}

test('a torn last line is refused, what came before it is stored', async t => {
	const store = await openEmpty();
	const report = await collect(store, `${good}\n${good.replace('"id":1', '"id":2').slice(0, 100)}`);
	t.like(report, {stored: 1, refused: 1});
});

test('a line far above the largest message is refused without being kept', async t => {
	const store = await openEmpty();
	const chunk = Buffer.alloc(1 << 20, 0x61);
	async function * input() {
		for (let index = 0; index < 64; index++) {
			yield chunk;
		}

		yield Buffer.from(`\n${good}\n`);
	}

	t.like(await collectLines(store, splitLines(input()), {file: 'big'}), {stored: 1, refused: 1});
});

test('two hosts with the same rec in one file are two recordings', async t => {
	const store = await openEmpty();
	t.like(await collect(store, `${good}\n${good.replace('web1', 'web2')}\n`), {recordings: 2, stored: 2});
});

test('a recording without rec is named by its first line, the same each time', async t => {
	const [first, second] = [1, 2].map(id => good.replace('"rec":"r1",', '').replace('"id":1', `"id":${id}`));
	const store = await openEmpty();
	t.like(await collect(store, `${first}\n${second}\n`), {recordings: 1, stored: 2});
	t.like(await collect(store, `${first}\n${second}\n`), {recordings: 1, doubled: 2});
});

test('an empty host is written as -', async t => {
	const store = await openEmpty();
	await collect(store, `${good.replace('web1', '')}\n`);
	t.is((await readTexts(store, '-', 'r1')).length, 1);
});

for (const name of readdirSync(recordings).filter(name => name.endsWith('.jsonl'))) {
	test(`${name}: each stored line is one of the file, in the order of ids`, async t => {
		const store = await openEmpty();
		const text = readFileSync(path.join(recordings, name), 'utf8');
		const report = await collect(store, text);
		t.is(report.stored + report.doubled + report.refused, text.split('\n').filter(Boolean).length);
		for (const {host, rec} of await store.listUnindexed(1)) {
			t.true((await readTexts(store, host, rec)).every(line => text.includes(line)));
		}
	});
}
