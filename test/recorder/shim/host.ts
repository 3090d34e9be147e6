import process from 'node:process';
import test from 'ava';
import {testWith} from '../../helpers/peer.ts';
import {readSpool} from '../../helpers/shim.ts';
import {serveHost} from '../../helpers/shim-extremes/serve-ssh.ts';
import {installShim, recordedUser} from '../../helpers/shim-install.ts';

const facts = [
	`su: login -bash /bin/bash ${recordedUser} /dev/pts/ `,
	'su status: 42',
	'su output: out ',
	'ssh output: out ',
	'ssh errors: err ',
	'ssh status: 5',
	'ssh signal: 255',
	'ssh terminal: inner bash ',
	'ssh through: same',
	'scp: same',
	'sftp: same',
	'rsync: same',
	'git: same',
	'ssh without input: 0 wrong',
];

const testAsRoot = process.getuid?.() === 0
	? testWith('sshd', 'ssh', 'scp', 'rsync', 'git', 'unshare', 'script')
	: (title: string): void => {
		test.skip(`${title} (needs root, for a mount namespace)`, t => {
			t.fail();
		});
	};

for (const [name, conf] of [['counted', ''], ['recorded', 'notty=full\ninput=yes\n']] as const) {
	testAsRoot(`as the shell of a user of sshd and su it carries every byte, status and signal; without a terminal ${name}`, t => {
		const home = installShim(conf, 'absolute');
		const came = serveHost(home, 10, 3_000_000);
		t.deepEqual(came.facts, facts, came.errors);
		const recordings = readSpool(home);
		t.true(recordings.length > 15);
		t.deepEqual(recordings.filter(({start, end}) => start.userId !== recordedUser || end === undefined), []);
	});
}
