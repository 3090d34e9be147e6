import {spawnSync} from 'node:child_process';
import process from 'node:process';
import test from 'ava';
import type {Implementation} from 'ava';

/**
A test that runs a real program of another project.

Where the program is missing the test is skipped and its title says so; with `SCRIBERY_REQUIRE_PEERS=1` it runs, and fails.

@param programs - names as found on PATH; all are needed.
*/
export function testWith(...programs: readonly string[]): (title: string, implementation: Implementation<[]>) => void {
	return testUnlessMissing(programs.filter(program => !isInstalled(program)));
}

/** The same, where the caller has found out what is missing: parts of programs. */
export function testUnlessMissing(missing: readonly string[]): (title: string, implementation: Implementation<[]>) => void {
	return (title, implementation) => {
		if (missing.length === 0 || process.env.SCRIBERY_REQUIRE_PEERS === '1') {
			test(title, implementation);
		} else {
			test.skip(`${title} (needs ${missing.join(', ')}, not installed here)`, implementation);
		}
	};
}

export function isInstalled(program: string): boolean {
	return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}
