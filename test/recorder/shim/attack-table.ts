import {chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {root} from '../../helpers/debian-root.ts';
import {testWith} from '../../helpers/peer.ts';
import {installShim, recordedUser, recorderUser} from '../../helpers/shim-install.ts';
import {readSpool} from '../../helpers/shim.ts';
import type {ShimHome} from '../../helpers/shim.ts';
import {TerminalRun} from '../../helpers/terminal-run.ts';

/** Shell text as the recorded user: `before` on the outer terminal, `attack` recorded. What is to be hidden prints HIDDEN; or the outcome is written to the file `verdict`. `asRoot` runs first. */
type Attack = {readonly asRoot?: string; readonly before?: string; readonly attack: string};

const outer = 'T=/dev/$(ps -o tty= -p $PPID); ';
const attacks: Readonly<Record<string, Attack>> = {
	'kill -9 the recorder after a line': {attack: 'echo HID""DEN; sleep 0.3; kill -9 $PPID; sleep 0.3'},
	'stop the recorder, write to the outer terminal': {attack: `${outer}kill -STOP $PPID; echo HID""DEN >$T; sleep 0.3; kill -CONT $PPID`},
	'write to the outer terminal': {attack: `${outer}echo HID""DEN >$T`},
	'write to a descriptor of it, opened before': {before: 'exec 7<>/dev/tty', attack: 'echo HID""DEN >&7'},
	'ptrace the recorder': {attack: 'python3 -c \'import ctypes, sys; print("refused" if ctypes.CDLL(None).ptrace(16, int(sys.argv[1]), 0, 0) else "attached")\' $PPID >verdict'},
	'open its descriptors in /proc': {attack: 'ls /proc/$PPID/fd/ >/dev/null && echo listed >verdict || echo refused >verdict'},
	'overwrite the record': {attack: 'echo HID""DEN; sleep 0.3; for f in record/log spool/*/*; do : >$f && echo emptied >verdict; done; [ -e verdict ] || echo refused >verdict'},
	'TLOG_REC_SESSION_CONF_TEXT without output': {before: 'export TLOG_REC_SESSION_CONF_TEXT=\'{"log":{"output":false}}\'', attack: 'echo HID""DEN'},
	'TLOG_REC_SESSION_CONF_FILE of his own': {before: 'echo \'{"writer":"file","file":{"path":"/dev/null"}}\' >own/conf; export TLOG_REC_SESSION_CONF_FILE=$PWD/own/conf', attack: 'echo HID""DEN'},
	'ulimit -f 0': {before: 'ulimit -f 0', attack: 'echo HID""DEN'},
	'ulimit -n 4': {before: 'ulimit -n 4', attack: 'echo HID""DEN'},
	'the lock of a recorder that was killed': {
		asRoot: '$as_user $program -c "echo begun; exec sleep 100" & sleep 1; kill -9 $!; wait $! 2>/dev/null; stty sane',
		attack: 'echo HID""DEN',
	},
	'a recorder inside the recorder': {attack: String.raw`$program -c "echo HID\"\"DEN"`},
};

type Recorder = {readonly install: () => ShimHome; readonly recorded: (home: ShimHome) => string};

function installTlog(mode: number): ShimHome {
	const home = installShim();
	copyFileSync('/usr/bin/tlog-rec-session', home.program);
	chownSync(home.program, mode === 0o755 ? 0 : recorderUser, mode === 0o755 ? 0 : recorderUser);
	chmodSync(home.program, mode);
	const owner = mode === 0o755 ? recordedUser : recorderUser;
	mkdirSync(path.join(home.folder, 'record'));
	chownSync(path.join(home.folder, 'record'), owner, owner);
	return home;
}

function readTlog({folder}: ShimHome): string {
	return readdirSync(path.join(folder, 'record')).map(name => readFileSync(path.join(folder, 'record', name), 'utf8')).join('');
}

const recorders: Readonly<Record<string, Recorder>> = {
	'scribery-session': {install: () => installShim('', 'absolute'), recorded: home => readSpool(home).map(recording => recording.bytesOf('output').toString()).join('')},
	'tlog 12.1, as Debian installs it': {install: () => installTlog(0o755), recorded: readTlog},
	'tlog 12.1, set-uid as its rpm': {install: () => installTlog(0o6755), recorded: readTlog},
};

async function run({install, recorded}: Recorder, {asRoot, before = '', attack}: Attack): Promise<string> {
	const home = install();
	for (const [name, text] of Object.entries({'before-as-root.sh': asRoot, 'before.sh': before, 'attack.sh': attack})) {
		if (text !== undefined) {
			writeFileSync(path.join(home.folder, name), `${text}\n`);
		}
	}

	const verdict = path.join(home.folder, 'verdict');
	chmodSync(home.folder, 0o777); // For the verdict; what is there belongs to others, and is not what is attacked.
	// A stopped recorder may stay so.
	const terminal = new TerminalRun('timeout', ['--foreground', '-k1', '20', 'unshare', '-m', '--pid', '--fork', '--kill-child', '--mount-proc', 'bash', path.join(root, 'test/recorder/shim/attack-table.sh'), home.folder, String(recordedUser), home.program]);
	await terminal.ends();
	if (existsSync(verdict)) {
		return readFileSync(verdict, 'utf8').trim();
	}

	const isShown = terminal.shown.includes('HIDDEN');
	return isShown ? (recorded(home).includes('HIDDEN') ? 'recorded' : '**shown, not recorded**') : 'refused';
}

const file = path.join(root, 'docs/attacks.md');
const testAsRoot = process.getuid?.() === 0 ? testWith('tlog-rec-session', 'unshare', 'python3') : testWith('root-to-install-set-uid');

testAsRoot('the table of attacks says what the user of each recorder achieves', async t => {
	const rows: string[] = [];
	for (const [name, attack] of Object.entries(attacks)) {
		const outcomes: string[] = [];
		for (const recorder of Object.values(recorders)) {
			outcomes.push(await run(recorder, attack));
		}

		t.regex(outcomes[0] ?? '', /^(?:recorded|refused)$/v, name);
		rows.push(`| ${name} | ${outcomes.join(' | ')} |`);
	}

	const table = [`| the recorded user | ${Object.keys(recorders).join(' | ')} |`, '|---|---|---|---|', ...rows, ''].join('\n');
	const page = readFileSync(file, 'utf8');
	const start = page.indexOf('| the recorded user |');
	if (process.env.SCRIBERY_WRITE_FRAMES === '1') {
		writeFileSync(file, page.slice(0, start) + table);
	}

	t.is(table, readFileSync(file, 'utf8').slice(start));
});
