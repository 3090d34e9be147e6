import {copyFileSync} from 'node:fs';
import path from 'node:path';
import {debianRoot, inDebianRoot, root, testInDebianRoot} from '../../helpers/debian-root.ts';
import {makeHostPackages} from '../../helpers/host-package.ts';
import {hostRootPackages} from '../../helpers/host-root-packages.ts';
import {readSpool} from '../../helpers/shim.ts';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';
import {TerminalRun} from '../../helpers/terminal-run.ts';

testInDebianRoot('installed as the drop-in, SSSD, sshd, su and login start it for whom SSSD says, local or in an LDAP group; user, audit session, shell and status are right', async t => {
	const folder = makeTemporaryFolder('scribery-shared-');
	copyFileSync(path.join(root, 'test/recorder/shim/sssd.sh'), path.join(folder, 'sssd.sh'));
	copyFileSync(makeHostPackages().deb, path.join(folder, 'scribery.deb'));
	const terminal = new TerminalRun(inDebianRoot, [debianRoot(hostRootPackages), folder, 'bash', '/mnt/sssd.sh']);
	for (const mark of ['shell of bob', 'audit sessions of lena', 'audit sessions of alice', 'audit sessions of bob', 'now login', 'login: ']) {
		await terminal.sees(mark);
	}

	await terminal.type('alice\r').sees('assword: ');
	await terminal.type('alice\'s word\r').sees('$ ');
	await terminal.type('shopt -q login_shell && echo "login: $0 $SHELL $(id -un) $(cat /proc/self/sessionid)."; exit 7\r').sees('done');
	await terminal.ends();
	const shown = terminal.shown.toString().replaceAll('\r', '');
	const facts = shown.split('\n').filter(line => /^(?:shell of|ssh|su)\b/v.test(line));
	t.deepEqual(facts, [
		'shell of lena: /usr/bin/tlog-rec-session',
		'shell of alice: /usr/bin/tlog-rec-session',
		'shell of bob: /bin/bash',
		...['lena', 'alice', 'bob'].flatMap((user, index) => [
			`ssh ${user}: /bin/bash ${2001 + index}`,
			`ssh of ${user} ended with: 5`,
			`ssh -t ${user}: bash /bin/bash`,
		]),
		'su: -bash /bin/bash',
	]);

	const sessions = ['lena', 'alice'].flatMap(user => new RegExp(String.raw`^audit sessions of ${user}: (\d+) (\d+)$`, 'mv').exec(shown)?.slice(1) ?? []).map(Number);
	const atLogin = Number(/login: -bash \/bin\/bash alice (?<session>\d+)\./v.exec(shown)?.groups?.session);
	const unset = 4_294_967_295;
	t.deepEqual(readSpool({folder, program: '', spool: path.join(folder, 'spool')}).map(({start, end}) => [start.userId, start.loginUserId, start.session, start.mode, start.shell, end?.how, end?.code]), [
		[2001, 2001, sessions[0], 'counted', '/bin/bash', 'exit', 5],
		[2001, 2001, sessions[1], 'terminal', '/bin/bash', 'exit', 0],
		[2002, 2002, sessions[2], 'counted', '/bin/bash', 'exit', 5],
		[2002, 2002, sessions[3], 'terminal', '/bin/bash', 'exit', 0],
		[2001, unset, unset, 'terminal', '/bin/bash', 'exit', 0],
		[2002, 2002, atLogin, 'terminal', '/bin/bash', 'exit', 7],
	]);
});
