import test from 'ava';
import {describeText} from '../helpers/describe-text.ts';

const stamp = 'msg=audit(1450000000.123:7):';
const call = 'ppid=10 pid=11 auid=1000 uid=0 gid=0 euid=33 suid=33 fsuid=33 egid=0 sgid=0 fsgid=0 tty=pts0 ses=3 comm="x" exe="/usr/bin/x" key=(null)';

function callOf(number: number, ending: string): string {
	return `type=SYSCALL ${stamp} arch=c000003e syscall=${number} success=yes exit=0 ${ending} items=2 ${call}`;
}

test('a command has its arguments, its users and its session', t => {
	const [action] = describeText([
		callOf(59, 'a0=1 a1=2 a2=3 a3=4'),
		`type=EXECVE ${stamp} argc=3 a0="rm" a1="-rf" a2=2F746D702F612062`,
		`type=CWD ${stamp} cwd="/root"`,
		`type=PATH ${stamp} item=0 name="/usr/bin/rm" nametype=NORMAL`,
		`type=PROCTITLE ${stamp} proctitle="rm"`,
	].join('\n'));
	t.like(action, {
		kind: 'execute',
		title: 'rm -rf \'/tmp/a b\'',
		argv: ['rm', '-rf', '/tmp/a b'],
		cwd: '/root',
		executable: '/usr/bin/x',
		paths: [{path: '/usr/bin/rm', access: 'execute'}],
		pid: 11,
		parentPid: 10,
		sessionId: 3,
		tty: 'pts0',
		outcome: {isSuccess: true, exit: '0', error: undefined},
	});
	t.deepEqual(action?.users, {real: {id: 0, name: 'root'}, effective: {id: 33, name: undefined}, login: {id: 1000, name: undefined}, subject: undefined});
});

test('a path is absolute, and its folder is not accessed', t => {
	const [action] = describeText([
		callOf(87, 'a0=1'),
		`type=CWD ${stamp} cwd="/srv/www"`,
		`type=PATH ${stamp} item=1 name="../old" nametype=DELETE`,
		`type=PATH ${stamp} item=0 name="../" nametype=PARENT`,
	].join('\n'));
	t.deepEqual(action?.paths, [{path: '/srv/old', access: 'delete'}]);
	t.is(action?.title, 'delete /srv/old');
});

test('a path under a folder that only the process knew stays relative', t => {
	const paths = (folder: string): unknown => describeText([callOf(263, `a0=${folder} a1=2`), `type=CWD ${stamp} cwd="/srv"`, `type=PATH ${stamp} item=1 name="old" nametype=DELETE`].join('\n'))[0]?.paths;
	t.deepEqual(paths('5'), [{path: 'old', access: 'delete'}]);
	t.deepEqual(paths('ffffff9c'), [{path: '/srv/old', access: 'delete'}]);
	t.deepEqual(paths('ffffffffffffff9c'), [{path: '/srv/old', access: 'delete'}]);
});

test('a failed call says which error', t => {
	const [action] = describeText([callOf(257, 'a0=ffffff9c a1=1 a2=241').replace('success=yes exit=0', 'success=no exit=-13'), `type=PATH ${stamp} item=0 name="/etc/shadow" nametype=UNKNOWN`].join('\n'));
	t.like(action, {kind: 'file', title: 'write /etc/shadow (failed: EACCES)', outcome: {isSuccess: false, exit: '-13', error: 'EACCES'}});
});

test('sudo says what it was told to run', t => {
	const [action] = describeText(`type=USER_CMD ${stamp} pid=9 uid=1000 auid=1000 ses=3 msg='cwd="/srv" cmd=636174202F6574632F736861646F77 exe="/usr/bin/sudo" terminal=pts/0 res=success'`);
	t.like(action, {kind: 'sudo', title: 'sudo cat /etc/shadow', argv: ['cat', '/etc/shadow'], cwd: '/srv', terminal: 'pts/0', outcome: {isSuccess: true}});
});

test('a login says who, from where and whether', t => {
	const [action] = describeText(`type=USER_LOGIN ${stamp} pid=9 uid=0 auid=4294967295 ses=4294967295 msg='op=login acct="mallory" exe="/usr/sbin/sshd" hostname=? addr=192.0.2.7 terminal=ssh res=failed'`);
	t.like(action, {kind: 'login', title: 'user login mallory from 192.0.2.7 (failed)', sessionId: undefined, addresses: [{family: 'inet', address: '192.0.2.7', port: undefined}], outcome: {isSuccess: false}});
	t.is(action?.users.login, undefined);
	t.deepEqual(action?.users.subject, {id: undefined, name: 'mallory'});
});

test('a connection has its address and port', t => {
	const [action] = describeText([callOf(42, 'a0=3'), `type=SOCKADDR ${stamp} saddr=020001BBC00002070000000000000000`].join('\n'));
	t.like(action, {kind: 'network', title: 'connect 192.0.2.7:443', addresses: [{family: 'inet', address: '192.0.2.7', port: 443}], isNoise: false});
});

test('what the loader reads is noise and what changes something is not', t => {
	const isNoise = (flags: string, name: string): boolean | undefined => describeText([callOf(257, `a0=ffffff9c a1=1 a2=${flags}`), `type=PATH ${stamp} item=0 name="${name}" nametype=NORMAL`].join('\n'))[0]?.isNoise;
	t.true(isNoise('80000', '/etc/ld.so.cache'));
	t.true(isNoise('80000', '/lib/x86_64-linux-gnu/libc.so.6'));
	t.true(isNoise('80000', '/usr/lib/locale/C.utf8/LC_CTYPE'));
	t.false(isNoise('80241', '/etc/ld.so.cache'));
	t.false(isNoise('80000', '/etc/shadow'));
	t.false(isNoise('80000', '/etc/passwd-'));
});
