import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {ExecutionContext} from 'ava';
import type {Clock} from '../../source/clock.ts';
import {openStore} from '../../source/store/open-store.ts';
import type {Store} from '../../source/store/store.ts';

/** A directory that is removed when the test ends. */
export function makeDirectory(t: ExecutionContext): string {
	const directory = mkdtempSync(path.join(tmpdir(), 'scribery-test-'));
	t.teardown(() => {
		rmSync(directory, {recursive: true, force: true});
	});
	return directory;
}

/** A new store in a file. */
export async function makeSqliteStore(t: ExecutionContext, clock: Clock): Promise<Store> {
	return openStore(path.join(makeDirectory(t), 'store.db'), {mode: 'create', clock});
}
