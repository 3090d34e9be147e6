import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {testWith} from './peer.ts';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs a program in a Debian root: see there for its arguments. */
export const inDebianRoot = path.join(root, 'test/helpers/debian-root.sh');

/**
A fresh Debian root with these packages beside the smallest set, made once by debootstrap from the mirror that apt uses here and kept below /var/cache. It is never written to: `debian-root.sh` lays a copy over it.
*/
export function debianRoot(packages: readonly string[]): string {
	const release = /^VERSION_CODENAME=(?<name>\w+)$/mv.exec(run('cat', '/etc/os-release'))?.groups?.name ?? 'stable';
	const mirror = run('apt-get', 'indextargets', '--format', '$(CODENAME) $(REPO_URI)', 'Created-By: Packages').split('\n').find(line => line.startsWith(`${release} `))?.split(' ', 2)[1] ?? 'https://deb.debian.org/debian/';
	const name = `${release}-${createHash('sha256').update(packages.join(',')).digest('hex').slice(0, 12)}`;
	const made = path.join('/var/cache/scribery-test', name);
	if (!existsSync(made)) {
		mkdirSync(path.dirname(made), {recursive: true});
		// Test files run at the same time: one makes it, the others wait for it.
		const script = 'test -e "$0" || { rm -rf "$0.part" && debootstrap --variant=minbase "$@" && mv "$0.part" "$0"; }';
		run('flock', `${made}.lock`, 'sh', '-c', script, made, ...packages.length > 0 ? [`--include=${packages.join(',')}`] : [], release, `${made}.part`, mirror);
	}

	return made;
}

/** A test that needs root, debootstrap and what it needs. */
export const testInDebianRoot = process.getuid?.() === 0
	? testWith('debootstrap', 'unshare', 'ip')
	: testWith('root-to-make-a-debian-root');

function run(program: string, ...words: readonly string[]): string {
	const {status, stdout, stderr, error} = spawnSync(program, words, {encoding: 'utf8', maxBuffer: 100_000_000});
	if (status !== 0) {
		throw new Error(`${program} ${words.join(' ')}: ${error?.message ?? `${stderr}${stdout.slice(-2000)}`}`);
	}

	return stdout;
}
