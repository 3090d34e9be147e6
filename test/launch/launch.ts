import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {makeHome} from '../helpers/run-scribery.ts';
import {readMessages, recordingFile} from '../helpers/terminal-run.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const environment = {PATH: process.env.PATH, HOME: makeHome(), KEPT: 'kept'};
const patienceMs = 60_000;
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find(file => /^v(?:1\d|2[0-3])\./v.test(spawnSync(file, ['--version'], {encoding: 'utf8'}).stdout ?? ''));

test('under `npm run` the command gets the user\'s environment, not npm\'s', t => {
	const file = recordingFile();
	const {stdout} = spawnSync('npm', ['run', '-s', '--no-update-notifier', 'scribery', '--', 'rec', '-o', file, '--', 'env'], {cwd: root, env: environment, encoding: 'utf8', timeout: patienceMs});
	t.regex(stdout, /^KEPT=kept$/mv);
	t.true(stdout.includes(`\nPATH=${environment.PATH}\n`) || stdout.startsWith(`PATH=${environment.PATH}\n`));
	t.notRegex(stdout, /^npm_/mv);
	t.is(readMessages(file).at(-1)?.exit, '0');
});

(oldNode === undefined ? test.skip : test)(`under an older Node (${oldNode ?? 'none here'}) the launcher goes on with the one it brings`, t => {
	const file = recordingFile();
	const {stdout, status} = spawnSync(oldNode ?? '', ['source/launch/scribery.cjs', 'rec', '-o', file, '--', 'sh', '-c', 'env; exit 5'], {cwd: root, env: environment, encoding: 'utf8', timeout: patienceMs});
	t.regex(stdout, /^KEPT=kept$/mv);
	t.notRegex(stdout, /SCRIBERY_LAUNCHER/v);
	t.is(status, 5);
});
