import {mkdirSync} from 'node:fs';
import {StoreError} from '../store/store-error.ts';

/**
A folder of ours, for its owner alone; one that is there stays as it is.

@param folder - absolute path.
@throws {StoreError} when it cannot be made.
*/
export function makeFolder(folder: string): void {
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
	} catch (error) {
		throw new StoreError(`${folder} cannot be made (${error instanceof Error ? error.message : String(error)}): name another store with --store`, {cause: error});
	}
}
