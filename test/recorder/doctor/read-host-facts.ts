import {spawn, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import fc from 'fast-check';
import {printFinding, printPlainJson} from '../../../recorder/doctor/print-doctor.ts';
import {parsePam, parseSshd, parseSssd} from '../../../recorder/doctor/parse-host-files.ts';
import {readHostFacts} from '../../../recorder/doctor/read-host-facts.ts';
import {readMissed} from '../../../recorder/doctor/read-missed.ts';
import {checkProperty} from '../../helpers/check-property.ts';
import {makeHome, runScribery} from '../../helpers/run-scribery.ts';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';

/** A host's files in a folder. */
function makeHost(files: Readonly<Record<string, string>>): string {
	const root = makeTemporaryFolder('scribery-host-');
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(path.join(root, path.dirname(name)), {recursive: true});
		writeFileSync(path.join(root, name), text);
	}

	return root;
}

test('what stands in a host\'s files is read', t => {
	const root = makeHost({
		'usr/bin/scribery-session': '',
		'etc/passwd': 'root:x:0:0::/root:/bin/bash\nann:x:1000:1000::/home/ann:/usr/bin/tlog-rec-session\nbob:x:1001:1001::/home/bob:/usr/bin/scribery-session\n',
		'etc/nsswitch.conf': '# x\npasswd:  files systemd sss # y\ngroup: files\n',
		'etc/shells': '# comment\n/bin/sh\n\n/bin/bash\n',
		'etc/sssd/sssd.conf': '[session_recording]\nscope = none\n[domain/local]\nid_provider = proxy\nproxy_lib_name = files\n',
		'etc/sssd/conf.d/50-recording.conf': '; comment\n[session_recording]\nscope=some\ngroups = recorded\n',
		'etc/sssd/conf.d/.hidden.conf': '[session_recording]\nscope=all\n',
		'etc/pam.d/sshd': '@include common-session\nsession [success=ok ignore=ignore module_unknown=ignore default=bad] pam_selinux.so close\nsession required pam_env.so user_readenv=1 envfile=/x\n',
		'etc/pam.d/common-session': 'session\toptional\t/lib/security/pam_sss.so\nauth required pam_deny.so\n',
		'etc/pam.d/login': 'session include common-session\n-session optional pam_systemd.so\n',
		'etc/ssh/sshd_config': 'Include /etc/ssh/sshd_config.d/*.conf\nUsePAM yes\nSubsystem\tsftp\tinternal-sftp -l INFO\nMatch User x\n\tForceCommand internal-sftp\n\tPermitUserRC yes\n',
		'etc/ssh/sshd_config.d/10.conf': 'permituserrc no\nUsePAM=no\n',
		'etc/scribery/agent.json': '{"spool": "/s"}',
		'var/spool/scribery/x': '',
	});
	symlinkSync('scribery-session', path.join(root, 'usr/bin/tlog-rec-session'));
	chmodSync(path.join(root, 'usr/bin/scribery-session'), 0o6755);
	chmodSync(path.join(root, 'var/spool/scribery'), 0o700);
	const facts = readHostFacts(root);
	const uid = process.getuid?.() ?? 0;
	t.deepEqual({...facts, pam: undefined}, {
		recorder: {program: '/usr/bin/scribery-session', uid, mode: 0o6755},
		sssd: {scope: 'some', hasLocalUsers: true},
		usersWithRecorder: ['ann', 'bob'],
		passwdSources: ['files', 'systemd', 'sss'],
		pam: undefined,
		sshd: {sftp: 'internal-sftp -l INFO', forcesInternalSftp: true, permitsUserRc: false, usesPam: false},
		shells: ['/bin/sh', '/bin/bash'],
		spool: {path: '/var/spool/scribery', uid, mode: 0o700},
		agent: {file: '/etc/scribery/agent.json', fault: '/etc/scribery/agent.json: "state" is missing, expected an absolute path', isRunning: false},
		missed: [],
	});
	const [sss, deny] = [{type: 'session', module: 'pam_sss.so', words: []}, {type: 'auth', module: 'pam_deny.so', words: []}];
	t.deepEqual(facts.pam, new Map([
		['sshd', [sss, deny, {type: 'session', module: 'pam_selinux.so', words: ['close']}, {type: 'session', module: 'pam_env.so', words: ['user_readenv=1', 'envfile=/x']}]],
		['login', [sss, {type: 'session', module: 'pam_systemd.so', words: []}]],
	]));
});

test('a host without any of it has facts, too', t => {
	t.like(readHostFacts(makeHost({})), {recorder: undefined, sssd: undefined, sshd: undefined, spool: undefined, agent: {fault: '/etc/scribery/agent.json is missing'}});
});

test('an agent that has told of itself and is still there runs', t => {
	const root = makeHost({'etc/scribery/agent.json': '{"spool": "/s", "state": "/state", "writers": {"j": {"type": "journal"}}}', 'state/status.json': '{"at": 1, "writers": [], "processId": 42}', 'proc/42/stat': ''});
	t.true(readHostFacts(root).agent.isRunning);
	rmSync(path.join(root, 'proc'), {recursive: true});
	t.false(readHostFacts(root).agent.isRunning);
});

test('a shell that sshd started on a terminal, with SSSD\'s hand-over in its environment, was missed', t => {
	const stat = (parent: number, terminal: number): string => `9 (a b) c) S ${parent} 1 1 ${terminal} 0`;
	const root = makeHost({
		'10/comm': 'sshd-session\n', '10/stat': stat(1, 0),
		'11/stat': stat(10, 34_816), '11/environ': 'A=1\0TLOG_REC_SESSION_SHELL=/bin/bash\0',
		'12/stat': stat(10, 0), '12/environ': 'TLOG_REC_SESSION_SHELL=/bin/bash\0',
		'13/stat': stat(10, 34_816), '13/environ': 'A=1\0',
		'14/stat': stat(10, 34_816), '14/environ': 'TLOG_REC_SESSION_SHELL=/bin/bash\0',
		'self/stat': '', uptime: '',
	});
	for (const [id, program] of [['11', '/usr/bin/bash'], ['12', '/usr/bin/bash'], ['13', '/usr/bin/bash'], ['14', '/usr/bin/scribery-session']] as const) {
		symlinkSync(program, path.join(root, id, 'exe'));
	}

	t.deepEqual(readMissed(root), [{processId: 11, program: '/usr/bin/bash'}]);
});

test('processes that come and go do no harm', t => {
	const child = spawn('sh', ['-c', 'while :; do true & wait; done'], {stdio: 'ignore'});
	t.teardown(() => {
		child.kill('SIGKILL');
	});
	t.notThrows(() => readMissed('/proc'));
});

test('files that include each other, or are no configuration, are read to an end', t => {
	t.deepEqual(parsePam('a', () => '@include a\n'), []);
	checkProperty(t, fc.property(fc.string({unit: 'binary'}), text => {
		parsePam('a', name => name === 'a' ? text : undefined);
		parseSshd(text);
		parseSssd([text]);
	}), {numRuns: 500});
});

const testAsRoot = process.getuid?.() === 0 ? test : test.skip; // SSSD's configuration is root's alone.

testAsRoot('`doctor` tells of this host, a line or an object for each check, and ends with 1 for a fault', t => {
	const home = makeHome();
	const {stdout, status, stderr} = runScribery(home, ['doctor', '--json']);
	t.is(stderr, '');
	const findings = stdout.trimEnd().split('\n').map(line => JSON.parse(line) as {check: string; state: string; found: string});
	t.is(findings.length, 13);
	t.is(status, findings.some(({state}) => state === 'fault') ? 1 : 0);
	const text = runScribery(home, ['doctor']).stdout;
	for (const {check, found} of findings) {
		t.true(text.includes(check) && text.includes(found), check);
	}
});

test('`doctor --from-tlog` prints both files, and what became of each key', t => {
	const root = makeHost({'tlog.conf': '// c\n{"writer": "file", "file": {"path": "/var/log/scribery/x"}, "notice": "a\\u001b[31m\\u202e"}'});
	const home = makeHome();
	const {stdout, status} = runScribery(home, ['doctor', '--from-tlog', path.join(root, 'tlog.conf')]);
	t.is(status, 0);
	t.regex(stdout, /\nshell=\/bin\/bash\nnotice=a \[31m\\u202e\n/v);
	t.regex(stdout, /# same {4}file\.path "\/var\/log\/scribery\/x" \(.*\/tlog\.conf\): agent\.json/v);
	const [object] = runScribery(home, ['doctor', '--from-tlog', '--json', path.join(root, 'tlog.conf')]).stdout.split('\n', 1);
	t.like(JSON.parse(object ?? ''), {session: 'shell=/bin/bash\nnotice=a [31m\u{202E}\ninput=no\nnotty=full\nfull=kill\n', agent: {writers: {file: {type: 'file', path: '/var/log/scribery/x'}}}});
});

test('programs of hostile names are shown, not obeyed', t => {
	const finding = {check: 'stale-cache', state: 'fault', found: 'process 7 (/tmp/\u{1B}[31m\u{202E}\u{E0001}\u{9B})'} as const;
	t.is(printFinding(finding), String.raw`FAULT   stale-cache   process 7 (/tmp/\u001b[31m\u202e\udb40\udc01\u009b)` + '\n');
	t.regex(printPlainJson(finding), /^[\u{20}-\u{7E}]*$/v);
	t.deepEqual(JSON.parse(printPlainJson(finding)), finding);
});

test('`scribery-agent doctor` is the same on a host that has no `scribery`', t => {
	const program = fileURLToPath(new URL('../../../bin/scribery-agent.js', import.meta.url));
	const {stdout, status} = spawnSync(process.execPath, [program, 'doctor', '--from-tlog', path.join(makeHost({conf: '{}'}), 'conf')], {encoding: 'utf8'});
	t.is(status, 0);
	t.regex(stdout, /^shell=\/bin\/bash$/mv);
	t.is(spawnSync(process.execPath, [program, 'doctor', 'x']).status, 2);
});

test('`doctor` refuses what it cannot read in one line', t => {
	t.like(runScribery(makeHome(), ['doctor', '--from-tlog', '/nonexistent']), {status: 2, stdout: ''});
	t.like(runScribery(makeHome(), ['doctor', 'x']), {status: 2, stderr: 'scribery: doctor: "x" is one word too many\n'});
});
