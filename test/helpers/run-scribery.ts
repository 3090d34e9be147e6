import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {makeTemporaryFolder} from './temporary-folder.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export type Run = {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
	/** What `stdout` was read from. */
	readonly bytes: Uint8Array;
};

/** A home of its own: no configuration, no store, no access log of anybody. */
export function makeHome(): string {
	return makeTemporaryFolder('scribery-home-');
}

/**
Run the built program as a person's shell does, without a terminal.

@param home - the person's home; the default store is in it.
@param argv - words after `scribery`.
@param input - standard input.
*/
export function runScribery(home: string, argv: readonly string[], input: string | Uint8Array = ''): Run {
	const {status, stdout, stderr} = spawnSync(process.execPath, [path.join(root, 'source/launch/scribery.cjs'), ...argv], {
		input,
		env: {PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', TZ: 'UTC'},
		maxBuffer: 1 << 28,
	});
	return {status, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8'), bytes: stdout};
}
