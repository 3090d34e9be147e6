import {chmodSync, chownSync, copyFileSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {buildShim, makeShimHome} from './shim.ts';
import type {ShimHome} from './shim.ts';
import {makeTemporaryFolder} from './temporary-folder.ts';

/** Nobody's ids: neither needs an entry in the user database. */
export const recorderUser = 64_001;
export const recordedUser = 64_002;

/** The login shell as it is installed: set-uid and set-gid to a user of its own, its places only root's to change. Where the folder it is started in does not matter they may be relative, which saves compiling. */
export function installShim(conf = '', place: 'absolute' | 'relative' = 'relative'): ShimHome {
	const folder = makeTemporaryFolder('scribery-shim-');
	chmodSync(folder, 0o755);
	const program = path.join(folder, 'scribery-session');
	const home = makeShimHome(conf, {folder, program});
	copyFileSync(buildShim(place === 'absolute' ? {place: folder} : {}), program);
	chownSync(program, recorderUser, recorderUser);
	chmodSync(program, 0o6755);
	chownSync(home.spool, recorderUser, recorderUser);
	mkdirSync(path.join(folder, 'own'));
	chownSync(path.join(folder, 'own'), recordedUser, recordedUser);
	return home;
}
