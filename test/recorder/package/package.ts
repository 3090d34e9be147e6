import {spawnSync} from 'node:child_process';
import {copyFileSync, readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {parseAgentConfig} from '../../../recorder/agent/agent-config.ts';
import {debianRoot, inDebianRoot, root, testInDebianRoot} from '../../helpers/debian-root.ts';
import {makeHostPackages} from '../../helpers/host-package.ts';
import {hostRootPackages, packageNeeds} from '../../helpers/host-root-packages.ts';
import {testWith} from '../../helpers/peer.ts';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';

const made = makeHostPackages();

/** Run a script of this folder in a copy of a Debian root, the package beside it. */
function live(packages: readonly string[], script: string, ...words: readonly string[]): string[] {
	const shared = makeTemporaryFolder('scribery-shared-');
	const base = debianRoot(packages);
	copyFileSync(path.join(root, 'test/recorder/package', script), path.join(shared, script));
	copyFileSync(made.deb, path.join(shared, 'scribery.deb'));
	copyFileSync(made.archive, path.join(shared, 'scribery.tar.gz'));
	const {stdout, stderr} = spawnSync(inDebianRoot, [base, shared, 'bash', `/mnt/${script}`, ...words], {encoding: 'utf8', timeout: 120_000});
	return [...stdout.split('\n').slice(0, -1), ...stderr.split('\n').filter(line => /scribery|error|cannot/iv.test(line))];
}

const installed = [
	'/usr/bin/scribery-session 6755 scribery scribery',
	'/var/spool/scribery 700 scribery scribery',
	'/var/lib/scribery 700 scribery scribery',
	'/etc/scribery/session.conf 644 root root',
	'link: scribery-session',
];
const lived = [
	'ran: alice /bin/bash',
	'ran: /bin/dash',
	'recordings: 2',
	'again: /usr/bin/scribery-session 6755 scribery scribery',
];
const gone = [
	'purge: scribery: /var/spool/scribery holds recordings that were not delivered; they, what was delivered of them, and their user stay',
	'kept recordings: 2',
	'agent: in order',
	'delivered: 2',
];

test('two runs make the same packages, byte for byte', t => {
	t.is(makeHostPackages().sums, made.sums);
	t.regex(made.sums, /^[\da-f]{64} {2}scribery_[\d.]+_\w+\.deb\n[\da-f]{64} {2}scribery_[\d.]+_\w+\.tar\.gz\n$/v);
});

testInDebianRoot('the package installs, records, delivers and goes again from a fresh Debian, leaving what was recorded until it is delivered', t => {
	t.deepEqual(live(packageNeeds, 'life.sh', 'scribery.deb'), [...installed, ...lived, ...gone]);
});

testInDebianRoot('with tlog installed before or after it stands in its place, and gives it back', t => {
	t.deepEqual(live(hostRootPackages, 'life.sh', 'scribery.deb'), [...installed, 'kept: tlog', ...lived, 'back: tlog', ...gone]);
	t.deepEqual(live(hostRootPackages, 'life.sh', 'scribery.deb', 'later'), [...installed, 'link with tlog: scribery-session', ...lived, 'back: tlog', ...gone]);
});

testInDebianRoot('the archive, unpacked over a fresh Debian and over one with tlog, does the same', t => {
	const facts = [...installed, 'ran: alice /bin/bash', 'recordings: 1', 'changed: full=pass'];
	t.deepEqual(live(packageNeeds, 'archive.sh'), [...facts, 'files left: 0']);
	t.deepEqual(live(hostRootPackages, 'archive.sh'), [...facts, 'back: tlog', 'files left: 0']);
});

test('the configuration of the agent that is shipped is one, with the folders of the unit and a writer', t => {
	const file = 'recorder/package/system/agent.json';
	const {spool, state, writers} = parseAgentConfig(readFileSync(path.join(root, file), 'utf8'), file);
	t.deepEqual([spool, state, Object.keys(writers)], ['/var/spool/scribery', '/var/lib/scribery', ['journal']]);
});

testWith('mandoc')('the manual pages are written as mandoc wants them', t => {
	const {stdout, stderr} = spawnSync('sh', ['-c', 'mandoc -T lint -W warning recorder/package/man/*'], {cwd: root, encoding: 'utf8'});
	t.is(stdout + stderr, '');
});

testWith('systemd-analyze')('systemd finds nothing wrong with the unit', t => {
	const folder = makeTemporaryFolder('scribery-unit-');
	const {stdout, stderr, status} = spawnSync('sh', ['-c', 'sed \'s,^ExecStart=[^ ]*,ExecStart=/bin/true,\' recorder/package/system/scribery-agent.service >"$0/scribery-agent.service" && systemd-analyze verify --man=no "$0/scribery-agent.service"', folder], {cwd: root, encoding: 'utf8'});
	t.deepEqual([status, stdout + stderr], [0, '']);
});
