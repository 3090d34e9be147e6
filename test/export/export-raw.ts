import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import test from 'ava';
import {exportRaw} from '../../source/export/export-raw.ts';
import {exportTlog} from '../../source/export/export-tlog.ts';
import type {ExportSource} from '../../source/export/export-source.ts';
import {openPlayback} from '../../source/playback/open-playback.ts';
import {fixturePath, openFixture} from '../helpers/fixture-store.ts';
import {listTruths} from '../helpers/fixture-truth.ts';

const truths = listTruths();

async function openSource(name: string, stream: ExportSource['stream'], host?: string): Promise<ExportSource> {
	const {store, session} = await openFixture(name, host);
	return {session, gaps: [], readMessages: () => store.readMessages(session), fromMs: 0, untilMs: Infinity, stream, idleLimit: undefined, openPlayback: async () => openPlayback(store, session)};
}

async function readAll(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
	return Buffer.concat(await Array.fromAsync(pieces, piece => Buffer.from(piece)));
}

for (const {name, recording, host, stream} of truths) {
	test(`raw export of ${recording} is byte for byte ${name}`, async t => {
		const exported = await readAll(exportRaw(await openSource(recording, stream, host)));
		t.deepEqual(exported, readFileSync(fixturePath(name)));
	});
}

for (const name of new Set(truths.filter(({host}) => host === undefined).map(({recording}) => recording).filter(recording => recording.endsWith('.jsonl')))) {
	test(`tlog export of ${name} gives back the lines as they were imported`, async t => {
		const exported = await readAll(exportTlog(await openSource(name, undefined)));
		t.deepEqual(exported, readFileSync(fixturePath(name)));
	});
}

test('there are truths of each kind to compare with', t => {
	t.true(truths.filter(({stream}) => stream === 'output').length >= 16);
	t.true(truths.filter(({stream}) => stream === 'input').length >= 3);
});
