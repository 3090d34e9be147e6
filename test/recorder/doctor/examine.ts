import test from 'ava';
import {examine} from '../../../recorder/doctor/examine.ts';
import type {Finding} from '../../../recorder/doctor/finding.ts';
import type {HostFacts, PamRule} from '../../../recorder/doctor/host-facts.ts';

const session = (module: string, ...words: readonly string[]): PamRule => ({type: 'session', module, words});
const login = [session('pam_loginuid.so'), session('pam_sss.so')];

const healthy: HostFacts = {
	recorder: {program: '/usr/bin/scribery-session', uid: 990, mode: 0o6755},
	sssd: {scope: 'some', hasLocalUsers: false},
	usersWithRecorder: [],
	passwdSources: ['sss', 'files'],
	pam: new Map([['sshd', login], ['login', login], ['su', [session('pam_sss.so')]]]),
	sshd: {sftp: '/usr/lib/openssh/sftp-server', forcesInternalSftp: false, permitsUserRc: false, usesPam: true},
	shells: ['/bin/sh', '/bin/bash'],
	spool: {path: '/var/spool/scribery', uid: 990, mode: 0o700},
	agent: {file: '/etc/scribery/agent.json', fault: undefined, isRunning: true},
	missed: [],
};

const nobody: Partial<HostFacts> = {sssd: undefined, usersWithRecorder: []};
const theirs = {program: '/usr/bin/tlog-rec-session', uid: 0, mode: 0o755};

function find(change: Partial<HostFacts>, check: string): Finding | undefined {
	return examine({...healthy, ...change}).find(finding => finding.check === check);
}

test('a host on which all is well has neither fault nor warning', t => {
	t.deepEqual(examine(healthy).filter(({state}) => state !== 'good'), []);
});

test('whatever is not well says what to do', t => {
	const facts: HostFacts = {...healthy, recorder: undefined, sssd: undefined, pam: new Map([['sshd', []]]), sshd: undefined, shells: [], spool: undefined};
	t.deepEqual(examine(facts).filter(({state, advice}) => ['fault', 'warning'].includes(state) && advice === undefined), []);
});

const cases: ReadonlyArray<readonly [title: string, check: string, change: Partial<HostFacts>, state: Finding['state'], found: RegExp]> = [
	['SSSD told to start a recorder that is missing', 'recorder', {recorder: undefined}, 'fault', /SSSD does not start/v],
	['a recorder that is missing and that nobody wants', 'recorder', {...nobody, recorder: undefined}, 'warning', /is missing$/v],
	['a shell of /etc/passwd that is missing', 'recorder', {sssd: undefined, usersWithRecorder: ['ann'], recorder: undefined}, 'fault', /is missing$/v],
	['a recorder that is not executable', 'recorder', {recorder: {...theirs, mode: 0o644}}, 'fault', /cannot be executed by everybody \(mode 644\)/v],
	['tlog in the recorder\'s place', 'recorder', {recorder: theirs}, 'warning', /\/usr\/bin\/tlog-rec-session is not scribery-session/v],
	['a recorder without its set-ids', 'recorder', {recorder: {program: '/usr/bin/scribery-session', uid: 990, mode: 0o755}}, 'fault', /owner 990 and mode 755/v],
	['a recorder that is root\'s', 'recorder', {recorder: {program: '/usr/bin/scribery-session', uid: 0, mode: 0o6755}}, 'fault', /owner 0 and mode 6755/v],
	['a host that records nobody', 'scope', nobody, 'warning', /^nobody is recorded$/v],
	['SSSD with the scope none', 'scope', {sssd: {scope: 'none', hasLocalUsers: false}}, 'warning', /^nobody is recorded$/v],
	['a user with the recorder in /etc/passwd', 'scope', {sssd: undefined, usersWithRecorder: ['ann', 'bob']}, 'good', /shell of ann, bob/v],
	['a spool that is missing', 'spool', {spool: undefined}, 'fault', /every session is refused/v],
	['a spool that others may look into', 'spool', {spool: {path: '/var/spool/scribery', uid: 990, mode: 0o755}}, 'fault', /mode 755, expected 990 and 700/v],
	['a spool of somebody else', 'spool', {spool: {path: '/var/spool/scribery', uid: 0, mode: 0o700}}, 'fault', /owner 0/v],
	['a spool that tlog has no use for', 'spool', {recorder: theirs, spool: undefined}, 'skipped', /not what records here/v],
	['an agent whose configuration is broken', 'agent', {agent: {...healthy.agent, fault: '/etc/scribery/agent.json: "x"'}}, 'fault', /"x"/v],
	['an agent that does not run', 'agent', {agent: {...healthy.agent, isRunning: false}}, 'fault', /stay in the spool/v],
	['an agent that does not run where nobody is recorded', 'agent', {...nobody, agent: {...healthy.agent, isRunning: false}}, 'warning', /stay in the spool/v],
	['nsswitch without sss', 'nsswitch', {passwdSources: ['files']}, 'fault', /without sss/v],
	['files before sss', 'nsswitch', {passwdSources: ['files', 'sss']}, 'warning', /users of \/etc\/passwd/v],
	['files before sss, which has local users', 'nsswitch', {passwdSources: ['files', 'sss'], sssd: {scope: 'all', hasLocalUsers: true}}, 'fault', /users of \/etc\/passwd/v],
	['sss alone', 'nsswitch', {passwdSources: ['sss']}, 'good', /passwd: sss/v],
	['nsswitch where SSSD records nobody', 'nsswitch', {...nobody, passwdSources: ['files']}, 'skipped', /SSSD records nobody/v],
	['pam_sss in auth only', 'pam-sss', {pam: new Map([['sshd', [{type: 'auth', module: 'pam_sss.so', words: []}]]])}, 'fault', /session part of sshd/v],
	['a login without pam_loginuid', 'pam-loginuid', {pam: new Map([['sshd', login], ['login', [session('pam_sss.so')]]])}, 'fault', /session part of login:/v],
	['sshd without PAM', 'use-pam', {sshd: {sftp: undefined, forcesInternalSftp: false, permitsUserRc: false, usesPam: false}}, 'fault', /no PAM session/v],
	['user_readenv', 'user-readenv', {pam: new Map([['sshd', [...login, session('pam_env.so', 'user_readenv=1', 'envfile=/etc/default/locale')]]])}, 'warning', /takes nothing from it but a shell/v],
	['user_readenv under tlog', 'user-readenv', {recorder: theirs, pam: new Map([['sshd', [session('pam_env.so', 'user_readenv=1')]]])}, 'fault', /whole configuration/v],
	['~/.ssh/rc', 'user-rc', {sshd: {sftp: undefined, forcesInternalSftp: false, permitsUserRc: true, usesPam: true}}, 'warning', /\.ssh\/rc/v],
	['internal-sftp', 'internal-sftp', {sshd: {sftp: 'internal-sftp -l INFO', forcesInternalSftp: false, permitsUserRc: false, usesPam: true}}, 'warning', /leave no trace/v],
	['internal-sftp forced on some', 'internal-sftp', {sshd: {sftp: '/usr/lib/sftp-server', forcesInternalSftp: true, permitsUserRc: false, usesPam: true}}, 'warning', /leave no trace/v],
	['no sftp', 'internal-sftp', {sshd: {sftp: undefined, forcesInternalSftp: false, permitsUserRc: false, usesPam: true}}, 'good', /no sftp/v],
	['no SSH server', 'internal-sftp', {sshd: undefined}, 'skipped', /no SSH server/v],
	['the recorder among the shells', 'shells', {shells: ['/bin/sh', '/usr/bin/tlog-rec-session']}, 'fault', /may change it with chsh/v],
	['no shells', 'shells', {shells: []}, 'fault', /no shell/v],
	['a session that is not recorded', 'stale-cache', {missed: [{processId: 7, program: '/bin/bash'}]}, 'fault', /process 7 \(\/bin\/bash\)/v],
	['no session to be recorded', 'stale-cache', {...nobody, missed: [{processId: 7, program: '/bin/bash'}]}, 'skipped', /nobody/v],
];

for (const [title, check, change, state, found] of cases) {
	test(`${check}: ${title} is ${state}`, t => {
		const finding = find(change, check);
		t.is(finding?.state, state);
		t.regex(finding?.found ?? '', found);
	});
}
