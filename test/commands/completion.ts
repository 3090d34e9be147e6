import {chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {fixturePath} from '../helpers/fixture-store.ts';
import {testWith} from '../helpers/peer.ts';
import {makeHome, runScribery} from '../helpers/run-scribery.ts';
import {TerminalRun} from '../helpers/terminal-run.ts';

const launcher = fileURLToPath(new URL('../../../source/launch/scribery.cjs', import.meta.url));
const home = makeHome();
const environment = {HOME: home, TZ: 'UTC', PATH: `${path.join(home, 'bin')}:${process.env.PATH ?? ''}`, ZDOTDIR: home, TERM: 'xterm'};
mkdirSync(path.join(home, 'bin'));
writeFileSync(path.join(home, 'bin/scribery'), `#!/bin/sh\nexec '${process.execPath}' '${launcher}' "$@"\n`);
chmodSync(path.join(home, 'bin/scribery'), 0o755);
mkdirSync(path.join(home, '.config/scribery'), {recursive: true});
writeFileSync(path.join(home, '.config/scribery/config.json'), JSON.stringify({stores: {archive: '/srv/archive.db'}, views: {gaps: 'has:gap'}}));
runScribery(home, ['import', '--no-index', fixturePath('web1-alice-nginx.jsonl'), fixturePath('db2-bob-htop.jsonl')]);

/** Users whose names would be commands, were they not quoted: each would leave a file. */
const hostileUsers = ['x\';touch$IFS$HOME/single;\'', 'y$(touch$IFS$HOME/sub)`touch$IFS$HOME/tick`!!', 'z";touch$IFS$HOME/double;"'];
const alice = readFileSync(fixturePath('web1-alice-nginx.jsonl'), 'utf8');
for (const [index, user] of hostileUsers.entries()) {
	runScribery(home, ['import', '--no-index', '-'], alice.replaceAll('"user":"alice"', () => `"user":${JSON.stringify(user)}`).replaceAll('-11f6-', `-${index + 1}-`));
}

/** What stands on the line after Tab: typed text, what is typed behind it to close it, the words that the shell then reads. */
const lines: ReadonlyArray<readonly [typed: string, close: string, words: readonly string[]]> = [
	['scribery expo', '', ['scribery', 'export']],
	['scribery export --for', ' x', ['scribery', 'export', '--format', 'x']],
	['scribery export --format asciicast-v2 --theme li', '', ['scribery', 'export', '--format', 'asciicast-v2', '--theme', 'light']],
	['scribery ls --sort=le', '', ['scribery', 'ls', '--sort=length']],
	['scribery ls dura', '', ['scribery', 'ls', 'duration:']],
	['scribery ls has:g', '', ['scribery', 'ls', 'has:gap']],
	['scribery ls user:al', '', ['scribery', 'ls', 'user:alice']],
	['scribery ls --limit 3 \'user:alice host:d', '\'', ['scribery', 'ls', '--limit', '3', 'user:alice host:db2']],
	['scribery host:we', '', ['scribery', 'host:web1']],
	['scribery show web1/11', '', ['scribery', 'show', 'web1/11f6-17cff304']],
	['scribery ls --store arch', '', ['scribery', 'ls', '--store', 'archive']],
	['scribery ls --view ga', '', ['scribery', 'ls', '--view', 'gaps']],
	['scribery audit follow --spo', ' x', ['scribery', 'audit', 'follow', '--spool', 'x']],
	['scribery help que', '', ['scribery', 'help', 'query']],
	['scribery completion fi', '', ['scribery', 'completion', 'fish']],
];

const interactiveShells: ReadonlyArray<readonly [shell: string, argv: readonly string[], setUp: string]> = [
	['bash', ['--norc', '--noprofile', '-i'], 'eval "$(scribery completion bash)"'],
	['zsh', ['-f', '-i'], 'autoload -U compinit; compinit -D -u; eval "$(scribery completion zsh)"'],
];

for (const [shell, argv, setUp] of interactiveShells) {
	testWith(shell)(`${shell} completes commands, options, their values, searches and addresses`, async t => {
		const terminal = new TerminalRun(shell, argv, {environment: {...environment, PS1: '> '}, columns: 200});
		try {
			terminal.type(`${setUp}; echo rea''dy\r`);
			await terminal.sees('ready');
			for (const [typed, close, words] of lines) {
				// Tab, what closes the line (bash closes a quote itself), then to its start, where it becomes the words of a command that shows them.
				terminal.type(`${typed}\t${shell === 'bash' && close === '\'' ? '' : close}\u{1}printf '<%s>' \r`);
				await terminal.sees(`<${words.join('><')}>`);
			}

			t.pass();
		} finally {
			process.kill(terminal.pid, 'SIGKILL');
		}
	});
}

for (const [shell, argv, setUp] of interactiveShells) {
	for (const quote of ['', '\'', '"']) {
		testWith(shell)(`${shell} completes a user whose name is a command ${quote === '' ? 'without a quote' : `behind ${quote}`} to a word that runs nothing`, async t => {
			const terminal = new TerminalRun(shell, argv, {environment: {...environment, PS1: '> '}, columns: 200});
			try {
				terminal.type(`${setUp}; echo rea''dy\r`);
				await terminal.sees('ready');
				for (const user of hostileUsers) {
					const [answer = ''] = runScribery(home, ['complete', 'query', `user:${user.charAt(0)}`]).stdout.split('\t', 1);
					t.true(answer.startsWith(`user:${user.charAt(0)}`), answer);
					terminal.type(`scribery ls ${quote}user:${user.charAt(0)}\t${shell === 'bash' ? '' : quote}\u{1}printf '<%s>' \r`);
					await terminal.sees(`<scribery><ls><${answer}>`);
				}

				t.deepEqual(['single', 'sub', 'tick', 'double'].filter(name => existsSync(path.join(home, name))), []);
			} finally {
				process.kill(terminal.pid, 'SIGKILL');
			}
		});
	}
}

for (const [typed, , words] of lines) {
	testWith('fish')(`fish completes ${typed}`, t => {
		const {stdout, stderr} = spawnSync('fish', ['--no-config', '-c', 'scribery completion fish | source; complete -C $argv[1]', typed], {encoding: 'utf8', env: {...environment, LANG: 'C.UTF-8'}});
		const answers = new Set(stdout.split('\n').map(line => line.split('\t', 1)[0] ?? ''));
		const wanted = words.find(word => !typed.replaceAll('\'', '').split(' ').includes(word) && word !== 'x') ?? '';
		t.true(answers.has(wanted) || answers.has(wanted.replace(/^user:alice /v, 'user:alice ')), `${wanted} in ${stdout}${stderr}`);
	});
}

test('fields and words are offered without a store, which is told on stderr', t => {
	const {stdout, stderr, status} = runScribery(makeHome(), ['complete', 'query', 'dur']);
	t.is(stdout, 'duration:\tlength, for example >10m\n');
	t.regex(stderr, /store\.db/v);
	t.is(status, 0);
});

test('completion of an unknown shell names the known ones', t => {
	t.like(runScribery(home, ['completion', 'tcsh']), {status: 2, stderr: 'scribery: completion: name one of bash, zsh, fish\n'});
});
