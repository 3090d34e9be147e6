import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'ava';
import type {ExecutionContext} from 'ava';

/** A test on a file system of 3 MB in memory. Mounting needs root: elsewhere the test is skipped and its title says so. */
export function testWithSmallDisk(title: string, implementation: (t: ExecutionContext, directory: string, setReadOnly: (isReadOnly: boolean) => void) => Promise<void>): void {
	if (!canMount()) {
		test.skip(`${title} (needs the right to mount, i.e. root)`, t => {
			t.fail();
		});
		return;
	}

	test(title, async t => {
		const directory = mount();
		t.teardown(() => {
			unmount(directory);
		});
		await implementation(t, directory, isReadOnly => {
			run('mount', '-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, directory);
		});
	});
}

function canMount(): boolean {
	try {
		unmount(mount());
		return true;
	} catch {
		return false;
	}
}

function mount(): string {
	const directory = mkdtempSync(path.join(tmpdir(), 'scribery-disk-'));
	try {
		run('mount', '-t', 'tmpfs', '-o', 'size=3m,mode=700', 'scribery-test', directory);
	} catch (error) {
		rmSync(directory, {recursive: true});
		throw error;
	}

	return directory;
}

function unmount(directory: string): void {
	run('umount', directory);
	rmSync(directory, {recursive: true});
}

function run(program: string, ...args: readonly string[]): void {
	const {status, stderr} = spawnSync(program, args, {encoding: 'utf8'});
	if (status !== 0) {
		throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
	}
}
