import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import type {ExecutionContext} from 'ava';
import {installShim, recordedUser, recorderUser} from '../../helpers/shim-install.ts';
import {readSpool, startShim} from '../../helpers/shim.ts';
import type {ShimHome, ShimOptions} from '../../helpers/shim.ts';

const user = recordedUser;
const recorder = recorderUser;
const asUser = `setpriv --reuid=${user} --regid=${user} --clear-groups`;

/** Run a script as the user under the installed login shell. `around` wraps the start, `before` runs as the user on the terminal. */
async function attack(home: ShimHome, script: string, {around = '', before = ''}: {readonly around?: string; readonly before?: string} = {}): Promise<string> {
	const file = path.join(home.folder, 'attack.sh');
	writeFileSync(file, script);
	const outer = path.join(home.folder, 'outer.sh');
	writeFileSync(outer, `${before}\nexec ${around} ${home.program} -c '. ${file}'\n`);
	const options: ShimOptions = {before: `chown ${user} $(tty); exec ${asUser} bash ${outer}`};
	const terminal = startShim(home, [], options);
	await terminal.ends();
	return terminal.shown.toString().replaceAll('\r', '');
}

function testAsRoot(title: string, implementation: (t: ExecutionContext) => Promise<void>): void {
	if (process.getuid?.() === 0) {
		test(title, implementation);
	} else {
		test.skip(`${title} (needs root, to install set-uid)`, implementation);
	}
}

testAsRoot('the recorded user can neither signal, trace, limit nor read the recorder', async t => {
	const home = installShim();
	const shown = await attack(home, String.raw`
R=$PPID
for s in STOP KILL TERM HUP CONT USR1 QUIT ALRM; do kill -$s $R 2>&1 | grep -c 'not permitted'; kill -$s -- -$(ps -o pgid= -p $R | tr -d ' ') 2>&1 | grep -c 'not permitted'; done | sort | uniq -c | tr -s ' '
for f in fd environ maps mem io stack; do cat /proc/$R/$f >/dev/null 2>&1 && echo "read $f"; ls /proc/$R/$f/ >/dev/null 2>&1 && echo "listed $f"; done
prlimit --pid $R --fsize=0 >/dev/null 2>&1 && echo limited
renice 19 -p $R >/dev/null 2>&1 && echo reniced
command -v strace >/dev/null && timeout 5 strace -p $R 2>&1 | grep -q 'not permitted' || echo traced
grep -E '^(Uid|Gid)' /proc/$R/status | tr '\n\t' '  '
grep -E '^(Uid|Gid|CapPrm|CapEff|NoNewPrivs)' /proc/$$/status | tr '\n\t' '  '
`);
	t.is(shown.trim().replaceAll(/\s+/gv, ' '), `16 1 Uid: ${recorder} ${recorder} ${recorder} ${recorder} Gid: ${recorder} ${recorder} ${recorder} ${recorder} Uid: ${user} ${user} ${user} ${user} Gid: ${user} ${user} ${user} ${user} CapPrm: 0000000000000000 CapEff: 0000000000000000 NoNewPrivs: 0`);
	t.is(readSpool(home)[0]?.bytesOf('output').toString().replaceAll('\r', ''), shown);
});

testAsRoot('the recorded user can neither list, read, write nor remove what is recorded', async t => {
	const home = installShim();
	const shown = await attack(home, `
ls ${home.spool} ${home.spool}/${user} && echo listed
cat ${home.spool}/${user}/* && echo read
echo x >${home.spool}/x && echo written
rm -rf ${home.spool}
mv ${home.spool} ${home.folder}/own/ && echo moved
chmod 777 ${home.spool} && echo opened
echo full=pass >>${home.folder}/session.conf && echo configured
`);
	t.notRegex(shown, /^(?:listed|read|written|moved|opened|configured)$/mv);
	t.is(readSpool(home)[0]?.end?.how, 'exit');
});

testAsRoot('the outer terminal is closed to the user, although it is his', async t => {
	const home = installShim();
	const shown = await attack(home, `
T=/dev/$(ps -o tty= -p $PPID)
stat -c 'owner %u' $T
(echo LEAK >$T) 2>&1 | grep -o 'Device or resource busy'
(cat <$T) 2>&1 | grep -o 'Device or resource busy'
(echo LEAK >&7) 2>&1 | grep -o 'Bad file descriptor'
(echo LEAK >&2) 2>&1
`, {before: 'exec 7<>/dev/tty'});
	t.is(shown, `owner ${user}\nDevice or resource busy\nDevice or resource busy\nBad file descriptor\nLEAK\n`);
	t.is(readSpool(home)[0]?.bytesOf('output').toString().replaceAll('\r', ''), shown);
});

for (const [name, around] of [
	['no_new_privs', 'setpriv --no-new-privs'],
	['a user namespace', 'unshare -Ur'],
	['strace', 'strace -f -o /dev/null'],
] as const) {
	testAsRoot(`under ${name}, where set-uid has no effect, the session is refused`, async t => {
		for (const full of ['block', 'pass']) {
			const home = installShim(`full=${full}\n`);
			const shown = await attack(home, 'echo RAN', {around});
			t.regex(shown, /cannot be recorded and is refused|unshare failed/v);
			t.notRegex(shown, /^RAN/mv);
		}
	});
}

testAsRoot('nothing in the environment weakens the recording', async t => {
	const home = installShim();
	const conf = 'TLOG_REC_SESSION_CONF_TEXT={"log":{"output":false},"writer":"file","file":{"path":"/dev/null"}}';
	const shown = await attack(home, 'echo shown; echo $TMPDIR $LD_PRELOAD', {
		around: `env '${conf}' TLOG_REC_SESSION_CONF_FILE=/dev/null TLOG_REC_SESSION_SHELL=${home.folder}/own/evil SPOOL=/tmp CONF=/dev/null GLIBC_TUNABLES=glibc.malloc.check=3 LD_PRELOAD=${home.folder}/own/evil.so LD_AUDIT=${home.folder}/own/evil.so NODE_OPTIONS=--require=/tmp/x TMPDIR=/x MALLOC_ARENA_MAX=1`,
	});
	t.true(shown.includes('shown\n/x '));
	t.is(readSpool(home)[0]?.bytesOf('output').toString().replaceAll('\r', '').includes('shown\n/x '), true);
	t.is(readSpool(home)[0]?.start.shell, '/bin/bash');
});

testAsRoot('limits that the user sets end the recorder\'s session, never its recording', async t => {
	const least = ['c', 'd', 'e', 'f', 'i', 'l', 'm', 'n', 'q', 'r', 'R', 's', 't', 'u', 'v', 'x'].map(letter => `ulimit -${letter} 0`);
	for (const limit of [...least, 'ulimit -n 4', 'ulimit -n 12', 'ulimit -u 1', 'ulimit -v 2000', 'ulimit -d 100', 'ulimit -t 1']) {
		const home = installShim('full=pass\n');
		const shown = await attack(home, 'echo RAN', {before: limit});
		t.is(readSpool(home).some(recording => recording.bytesOf('output').includes('RAN')), /^RAN/mv.test(shown), `${limit}: ${shown}`);
	}
});

testAsRoot('signals ignored or blocked, a wrong umask and a removed folder before it change nothing', async t => {
	const home = installShim('', 'absolute');
	const shown = await attack(home, 'umask; trap; echo RAN', {before: `trap "" CHLD HUP TERM WINCH PIPE; umask 777; mkdir ${home.folder}/own/gone && chmod 700 ${home.folder}/own/gone; cd ${home.folder}/own/gone && rmdir ../gone`});
	t.true(shown.includes('0777'));
	t.true(shown.includes('RAN'));
	const [recording] = readSpool(home);
	t.is(recording?.start.userId, user);
	t.is(recording?.bytesOf('output').toString().replaceAll('\r', '').includes('RAN\n'), true);
});

testAsRoot('a lock of a recorder that was killed does not keep the next session on that terminal from being recorded', async t => {
	const home = installShim();
	const terminal = startShim(home, [], {before: `chown ${user} $(tty)
${asUser} ${home.program} -c 'tty; echo first; exec sleep 100' & wait_for() { while ! ls ${home.spool}/${user}/*.frames >/dev/null 2>&1; do sleep 0.05; done; }
wait_for; kill -9 $!; wait $! 2>/dev/null; stty sane
exec ${asUser} ${home.program} -c 'tty; echo second'`});
	await terminal.sees('second');
	await terminal.ends();
	t.is(readSpool(home).at(-1)?.bytesOf('output').includes('second'), true);
});

testAsRoot('a session inside a recorded one passes through, a detached terminal inside it is recorded anew', async t => {
	const home = installShim();
	await attack(home, `${home.program} -c 'tty; echo nested'; ${home.program} -c 'echo elsewhere' </dev/null 2>&1 | cat; script -qc '${home.program} -c "echo anew"' /dev/null`);
	const recordings = readSpool(home);
	t.deepEqual(recordings.map(({start}) => start.mode), ['terminal', 'counted', 'terminal']);
	t.true(recordings[0]?.bytesOf('output').includes('nested'));
	t.true(recordings[2]?.bytesOf('output').includes('anew'));
});

testAsRoot('a terminal that belongs to somebody else is used and given back as it was', async t => {
	const home = installShim();
	const terminal = startShim(home, [], {before: `A=$(stty -g); ${asUser} ${home.program} -c 'stty raw -echo; echo RAN'; [ "$A" = "$(stty -g)" ] && echo same; python3 -c 'import fcntl, os; print("blocking", not fcntl.fcntl(0, fcntl.F_GETFL) & os.O_NONBLOCK)'; exit`});
	await terminal.ends();
	t.regex(terminal.shown.toString(), /RAN\s+same\s+blocking True/v);
});
