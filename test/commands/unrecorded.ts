import {writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {auditedLog, auditedRecording} from '../helpers/audited-fixture.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';

/** A home whose store has the fixture's audit log and, when it is asked for, its recording. */
function importLog(...more: readonly string[]): string {
	const home = makeHome();
	runScribery(home, ['import', '--host', 'web1', auditedLog, ...more]);
	return home;
}

test('a login with audit events and no recording is listed as such, hostile text drawn as text', t => {
	const home = importLog();
	const {status, stdout, stderr} = runScribery(home, ['ls', '--unrecorded']);
	t.is(status, 0, stderr);
	t.regex(stdout, /^2026-11-23T23:52:04\.155Z\t2026-11-23T23:52:37\.535Z\talice\tweb1\t\d+\t\d+\t\d+\t#\t[^\t]+; [^\t]+; [^\t]+\n$/v);
	t.notRegex(stdout, /[\u{1B}\u{202E}]/v);
	const login = JSON.parse(runScribery(home, ['ls', '--unrecorded', '--json']).stdout) as {readonly commands: number; readonly firstCommands: readonly string[]};
	t.like(login, {type: 'login', host: 'web1', user: 'alice', boot: null, root: true});
	t.true(login.commands > 13);
	t.is(login.firstCommands.length, 3);
});

test('ls tells of logins without a recording, and the access log of who looked at them', t => {
	const home = importLog();
	t.regex(runScribery(home, ['ls']).stderr, /1 login has audit events and no recording: scribery ls --unrecorded/v);
	t.notRegex(runScribery(home, ['ls', 'user:alice']).stderr, /--unrecorded/v);
	runScribery(home, ['import', auditedRecording]);
	t.notRegex(runScribery(home, ['ls']).stderr, /--unrecorded/v);
	const none = runScribery(home, ['ls', '--unrecorded']);
	t.is(none.status, 1);
	t.is(none.stdout, '');
	t.regex(none.stderr, /No login here has audit events and no recording/v);
});

test('a search among logins without a recording is refused with the reason', t => {
	const {status, stderr} = runScribery(importLog(), ['ls', 'user:alice', '--unrecorded']);
	t.is(status, 2);
	t.regex(stderr, /--unrecorded takes no search/v);
});

test('events outside of any login are no login without a recording, nor is a login that did nothing', t => {
	const home = makeHome();
	const log = path.join(home, 'audit.log');
	writeFileSync(log, 'type=SYSCALL msg=audit(1795000000.100:7): arch=c000003e syscall=59 success=yes exit=0 ppid=1 pid=2 auid=4294967295 uid=0 euid=0 tty=(none) ses=4294967295 comm="cron" exe="/usr/sbin/cron" key=(null)\ntype=LOGIN msg=audit(1795000000.200:8): pid=5 uid=0 old-auid=4294967295 auid=1000 tty=(none) old-ses=4294967295 ses=9 res=1\n');
	t.is(runScribery(home, ['import', '--host', 'web1', log]).status, 0);
	t.is(runScribery(home, ['ls', '--unrecorded']).status, 1);
});
