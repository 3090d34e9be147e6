import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Make a folder that goes when the test process does. */
export function makeTemporaryFolder(prefix: string): string {
	const folder = mkdtempSync(path.join(tmpdir(), prefix));
	process.on('exit', () => {
		rmSync(folder, {recursive: true, force: true});
	});
	return folder;
}
