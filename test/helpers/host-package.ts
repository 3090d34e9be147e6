import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {makeTemporaryFolder} from './temporary-folder.ts';
import {buildDatagramProgram} from './datagram-program.ts';
import {root} from './debian-root.ts';

/** Make the host's packages in a folder of their own, from what is built. `sums` are their SHA-256. */
export function makeHostPackages(): {readonly folder: string; readonly deb: string; readonly archive: string; readonly sums: string} {
	const folder = makeTemporaryFolder('scribery-package-');
	buildDatagramProgram();
	for (const words of [['recorder/shim/build.mjs'], ['recorder/package/build.mjs', '--level', '1', '--out', folder]]) {
		const {status, stderr} = spawnSync(process.execPath, words, {cwd: root, encoding: 'utf8'});
		if (status !== 0) {
			throw new Error(stderr);
		}
	}

	const names = readdirSync(folder);
	const [deb = '', archive = ''] = ['.deb', '.tar.gz'].map(end => path.join(folder, names.find(name => name.endsWith(end)) ?? ''));
	return {folder, deb, archive, sums: spawnSync('sha256sum', names, {cwd: folder, encoding: 'utf8'}).stdout};
}
