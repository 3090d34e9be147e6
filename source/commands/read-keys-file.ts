import {readFileSync} from 'node:fs';
import path from 'node:path';
import {configurationFolder} from '../config.ts';
import {KeyMapError} from '../keys/key-map-error.ts';
import {keyTable} from '../keys/key-table.ts';
import type {KeyBinding} from '../keys/key-table.ts';
import {parseKeyMap} from '../keys/parse-key-map.ts';

/** The key table as the person has changed it. A file that cannot be used changes nothing: `problem` says why, with file and line. */
export type KeysFile = {
	readonly keys: readonly KeyBinding[];
	readonly problem: string | undefined;
};

/** Read `keys.json` of the configuration folder; a missing file is no change. */
export function readKeysFile(environment: Readonly<Record<string, string | undefined>>): KeysFile {
	const file = path.join(configurationFolder(environment), 'keys.json');
	try {
		return {keys: parseKeyMap(readFileSync(file, 'utf8'), file), problem: undefined};
	} catch (error) {
		if (error instanceof KeyMapError) {
			return {keys: keyTable, problem: error.message};
		}

		const {code, message} = error as NodeJS.ErrnoException; // Reading a file throws nothing else.
		return {keys: keyTable, problem: code === 'ENOENT' ? undefined : `${file} cannot be read: ${message}`};
	}
}
