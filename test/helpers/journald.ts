import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import type {ExecutionContext} from 'ava';
import {isInstalled, testUnlessMissing} from './peer.ts';
import {makeTemporaryFolder} from './temporary-folder.ts';

const program = '/usr/lib/systemd/systemd-journald';
const canUnshare = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;

export const testWithJournald = testUnlessMissing([
	...existsSync(program) ? [] : ['systemd-journald'],
	...['journalctl', 'tlog-rec', 'tlog-play'].filter(name => !isInstalled(name)),
	...canUnshare ? [] : ['root with mount namespaces'],
]);

/** A real journald of our own, in a mount namespace with a /run of its own: it can neither see nor disturb the host's. */
export type Journald = {
	/** Its socket, as it can be reached from outside the namespace. */
	readonly socket: string;
	/** Words before a command that shall run in the namespace. */
	readonly inside: readonly string[];
	/** The entries that match, oldest first. */
	readonly readEntries: (...matches: readonly string[]) => ReadonlyArray<Readonly<Record<string, unknown>>>;
};

/** It drops nothing for coming too fast, and leaves the kernel's log and audit alone. It ends with the test. */
export async function startJournald(t: ExecutionContext): Promise<Journald> {
	const folder = makeTemporaryFolder('scribery-journald-');
	const conf = path.join(folder, 'journald.conf');
	writeFileSync(conf, '[Journal]\nStorage=volatile\nRateLimitIntervalSec=0\nReadKMsg=no\nAudit=no\nForwardToWall=no\nLineMax=1M\n');
	const start = 'mount -t tmpfs none /run && mkdir -p /run/systemd/journald.conf.d /run/systemd/journal /run/log/journal && cp "$0" /run/systemd/journald.conf.d/test.conf && exec "$1"';
	const daemon = spawn('unshare', ['-m', '--propagation', 'private', 'sh', '-c', start, conf, program], {stdio: 'ignore'});
	t.teardown(async () => {
		const gone = once(daemon, 'exit');
		daemon.kill('SIGKILL');
		await gone;
	});
	const socket = `/proc/${daemon.pid}/root/run/systemd/journal/socket`;
	while (daemon.exitCode === null && !existsSync(socket)) {
		await setTimeout(10);
	}

	if (daemon.exitCode !== null) {
		throw new Error(`systemd-journald ended with ${daemon.exitCode}`);
	}

	const inside = ['nsenter', '-m', '-t', String(daemon.pid)];
	return {
		socket,
		inside,
		readEntries(...matches) {
			const text = execFileSync('nsenter', [...inside.slice(1), 'journalctl', '-o', 'json', '--all', '--no-pager', '-q', ...matches], {encoding: 'utf8', maxBuffer: 256 * 1024 * 1024});
			return text.trimEnd().split('\n').filter(Boolean).map(line => JSON.parse(line) as Record<string, unknown>); // What journalctl prints is an object a line.
		},
	};
}
