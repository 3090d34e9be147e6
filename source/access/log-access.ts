import {mkdirSync} from 'node:fs';
import path from 'node:path';
import type {Clock} from '../clock.ts';
import {stateFolder} from '../config.ts';
import {openStore} from '../store/open-store.ts';
import {StoreError} from '../store/store-error.ts';
import type {AccessEntry, Store} from '../store/store.ts';
import {nameViewer} from './name-viewer.ts';

/** What somebody is about to see. */
export type Look = Omit<AccessEntry, 'at' | 'who'>;

export type AccessContext = {
	readonly clock: Clock;
	readonly environment: Readonly<Record<string, string | undefined>>;
};

/**
Write down who is about to see what. Await it before the first byte is shown; when it throws, show nothing.

The entry goes into the store's own log. A store that this person cannot write to gets it in the person's local log instead
(`access.db` in the state folder), with the store's address behind the detail.

@throws {StoreError} when neither can be written.
@see docs/decisions/0010-access-log.md
*/
export async function logAccess(store: Store, look: Look, {clock, environment}: AccessContext): Promise<void> {
	const entry = {...look, at: clock.now(), who: nameViewer()};
	if (!store.isReadOnly) {
		await store.addAccess(entry);
		return;
	}

	const log = await openLocalLog(clock, environment);
	try {
		await log.addAccess({...entry, detail: `${look.detail} in ${path.resolve(store.address)}`.trim()});
	} finally {
		await log.close();
	}
}

/** A store without recordings: the same log, chain and durability as any other. */
async function openLocalLog(clock: Clock, environment: AccessContext['environment']): Promise<Store> {
	const folder = stateFolder(environment);
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
	} catch (error) {
		throw new StoreError(`${folder}: the local access log cannot be written (${error instanceof Error ? error.message : String(error)}), so nothing is shown; set XDG_STATE_HOME to a directory of yours`, {cause: error});
	}

	return openStore(path.join(folder, 'access.db'), {mode: 'create', clock});
}
