import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {zstdDecompressSync} from 'node:zlib';
import {collectInput} from '../../source/collect/collect-input.ts';
import {indexSession} from '../../source/index/index-session.ts';
import type {Session, Store} from '../../source/store/store.ts';
import {openEmptyStore} from './fixture-store.ts';
import {makeHome, runScribery} from './run-scribery.ts';

const folder = new URL('../../../fixtures/audit/', import.meta.url);
export const auditedRecording = fileURLToPath(new URL('web1-alice-audited.jsonl', folder));
export const auditedLog = fileURLToPath(new URL('web1-alice-audited.log.zst', folder));

/** A store with the recorded session of `fixtures/audit` and the audit log of the same minute, indexed. */
export async function openAudited(): Promise<{readonly store: Store; readonly session: Session}> {
	const store = await openEmptyStore();
	await collectInput(store, read(readFileSync(auditedRecording)), {file: 'recording'});
	await collectInput(store, read(zstdDecompressSync(readFileSync(auditedLog))), {file: 'log', host: 'web1'});
	const [key] = await store.listUnindexed(-1);
	if (key === undefined) {
		throw new Error('the fixture holds no recording');
	}

	await indexSession(store, key);
	const session = await store.getSession(key);
	if (session === undefined) {
		throw new Error('the recording is gone');
	}

	return {store, session};
}

/** A home whose store has both. */
export function importAudited(): string {
	const home = makeHome();
	runScribery(home, ['import', '--host', 'web1', auditedRecording, auditedLog]);
	return home;
}

async function * read(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
