import {Buffer} from 'node:buffer';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import {exportRaw} from '../../source/export/export-raw.ts';
import {exportTlog} from '../../source/export/export-tlog.ts';
import type {ExportSource} from '../../source/export/export-source.ts';
import {fixturePath, openFixture} from '../helpers/fixture-store.ts';

const names = readdirSync(fixturePath('.')).filter(name => name.endsWith('.raw')).map(name => name.replace(/\.raw$/v, ''));

async function openSource(name: string, stream: ExportSource['stream']): Promise<ExportSource> {
	const {store, session} = await openFixture(name);
	return {session, gaps: [], readMessages: () => store.readMessages(session), fromMs: 0, untilMs: Infinity, stream, idleLimit: undefined};
}

async function readAll(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
	return Buffer.concat(await Array.fromAsync(pieces, piece => Buffer.from(piece)));
}

for (const name of names) {
	test(`${name}: raw export is byte for byte what the terminal showed`, async t => {
		const exported = await readAll(exportRaw(await openSource(`${name}.jsonl`, 'output')));
		t.deepEqual(exported, readFileSync(fixturePath(`${name}.raw`)));
	});

	if (existsSync(fixturePath(`${name}.typed`))) {
		test(`${name}: raw export of input is byte for byte what was typed`, async t => {
			const exported = await readAll(exportRaw(await openSource(`${name}.jsonl`, 'input')));
			t.deepEqual(exported, readFileSync(fixturePath(`${name}.typed`)));
		});
	}

	test(`${name}: tlog export gives back the lines as they were imported`, async t => {
		const exported = await readAll(exportTlog(await openSource(`${name}.jsonl`, undefined)));
		t.deepEqual(exported, readFileSync(fixturePath(`${name}.jsonl`)));
	});
}

test('there are recordings to compare', t => {
	t.true(names.length >= 3);
});
