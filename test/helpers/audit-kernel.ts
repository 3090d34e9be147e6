import {spawnSync} from 'node:child_process';
import process from 'node:process';
import test from 'ava';
import type {Implementation} from 'ava';
import {isInstalled} from './peer.ts';

/**
A test that needs the kernel's audit and auditd in its own hands.

Where the kernel refuses, or nobody is root, it is skipped and its title says why. With `SCRIBERY_REQUIRE_PEERS=1` a missing program is a failure.
*/
export function testWithAudit(...programs: readonly string[]): (title: string, implementation: Implementation<[]>) => void {
	const reason = whyNot(programs);
	return (title, implementation) => {
		if (reason === undefined) {
			test(title, implementation);
		} else {
			test.skip(`${title} (skipped: ${reason})`, implementation);
		}
	};
}

/** The kernel has one audit daemon, and takes it from root in its first PID namespace only. */
function whyNot(programs: readonly string[]): string | undefined {
	if (process.getuid?.() !== 0) {
		return 'not root';
	}

	const missing = ['auditd', 'auditctl', 'flock', ...programs].filter(program => !isInstalled(program));
	if (missing.length > 0) {
		return process.env.SCRIBERY_REQUIRE_PEERS === '1' ? undefined : `needs ${missing.join(', ')}, not installed here`;
	}

	const {status, stdout, stderr} = spawnSync('auditctl', ['-s'], {encoding: 'utf8'});
	if (status !== 0 || /^Error|not supported/mv.test(stderr)) {
		return `the kernel refuses: ${stderr.trim()}`;
	}

	return /^enabled 2$/mv.test(stdout) ? 'the audit configuration is locked' : undefined;
}
