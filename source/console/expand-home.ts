import {homedir} from 'node:os';
import path from 'node:path';

/** A path as typed, with `~` and `~/` at its start for the person's own directory, as shells have it. */
export function expandHome(file: string, {HOME: home}: Readonly<Record<string, string | undefined>>): string {
	return file === '~' || file.startsWith('~/') ? path.join(home === undefined || home === '' ? homedir() : home, file.slice(1)) : file;
}
