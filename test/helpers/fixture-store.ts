import {readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {gunzipSync, zstdDecompressSync} from 'node:zlib';
import {collectInput} from '../../source/collect/collect-input.ts';
import {openStore} from '../../source/store/open-store.ts';
import {systemClock} from '../../source/clock.ts';
import type {Session, Store} from '../../source/store/store.ts';
import {makeTemporaryFolder} from './temporary-folder.ts';

const recordings = fileURLToPath(new URL('../../../fixtures/recordings/', import.meta.url));

export function fixturePath(name: string): string {
	return path.join(recordings, name);
}

/** An empty store in a folder of its own. */
export async function openEmptyStore(): Promise<Store> {
	return openStore(path.join(makeTemporaryFolder('scribery-test-'), 'store.db'), {mode: 'create', clock: systemClock});
}

/**
A store with one file of `fixtures/recordings`, not indexed.

@param name - of the file, perhaps packed.
@param host - which recording to give, where the file holds several.
*/
export async function openFixture(name: string, host?: string): Promise<{readonly store: Store; readonly session: Session}> {
	const store = await openEmptyStore();
	await collectInput(store, readChunks(name), {file: name});
	const keys = await store.listUnindexed(-1);
	const key = keys.find(each => host === undefined || each.host === host);
	const session = key === undefined ? undefined : await store.getSession(key);
	if (session === undefined) {
		throw new Error(`${name} holds no recording`);
	}

	return {store, session};
}

async function * readChunks(name: string): AsyncGenerator<Uint8Array> {
	const bytes = readFileSync(fixturePath(name));
	yield name.endsWith('.gz') ? gunzipSync(bytes) : (name.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes);
}
