import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {checkProgram} from '../../../recorder/rec/find-program.ts';
import {RecorderError} from '../../../recorder/errors.ts';
import {cli, readBytes, recordingFile} from '../../helpers/terminal-run.ts';

const makeFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'scribery-odd-'));

/** Node as a user who may not pass through a folder of mode 0000. */
function asNobody(script: string, environment: NodeJS.ProcessEnv) {
	return spawnSync(process.execPath, ['--input-type=module', '-e', script], {env: environment, encoding: 'utf8', ...((process.getuid?.() === 0) && {uid: 65_534, gid: 65_534})});
}

const checks = new URL('../../../recorder/rec/find-program.js', import.meta.url).href;
const script = `import {checkProgram} from ${JSON.stringify(checks)};
try { checkProgram(process.env.PROGRAM, process.env.SEARCH); console.log('found'); } catch (error) { console.log(error.exitCode, error.message); }`;

test('a folder of PATH that may not be entered does not hide the program in the next one', t => {
	const folder = makeFolder();
	const shut = path.join(folder, 'shut');
	mkdirSync(shut);
	chmodSync(folder, 0o000);
	const check = (PROGRAM: string, SEARCH: string): string => asNobody(script, {PROGRAM, SEARCH}).stdout;
	t.is(check('sh', `${shut}:/usr/bin:/bin`), 'found\n');
	t.is(check('no-such-program', `${shut}:/usr/bin:/bin`), '127 no-such-program: there is no such program on PATH\n');
	t.is(check(`${shut}/sh`, ''), `126 ${shut}/sh: this is not a program that may be run\n`);
	chmodSync(folder, 0o700);
});

test('a link in a circle and a file in place of a folder do not hide a program either', t => {
	const folder = makeFolder();
	symlinkSync('circle', path.join(folder, 'circle'));
	writeFileSync(path.join(folder, 'file'), '');
	t.notThrows(() => {
		checkProgram('sh', `${folder}/circle:${folder}/file:/usr/bin:/bin`);
	});
	t.throws(() => {
		checkProgram(`${folder}/circle`, undefined);
	}, {instanceOf: RecorderError});
});

test('without a terminal a session is recorded though XDG_RUNTIME_DIR names nothing', t => {
	const file = recordingFile();
	const {status, stderr} = spawnSync(process.execPath, [cli, 'rec', '-o', file, '--', 'echo', 'hi'], {env: {...process.env, XDG_RUNTIME_DIR: '/nonexistent/run'}, encoding: 'utf8'});
	t.is(stderr, '');
	t.is(status, 0);
	t.is(readBytes(file, 'output').toString(), 'hi\n');
});

test('with `--limit-action delay` the command is held to the rate, and the end does not wait', t => {
	const file = recordingFile();
	const startMs = performance.now();
	const {status, stdout} = spawnSync(process.execPath, [cli, 'rec', '-o', file, '--limit-action', 'delay', '--limit-rate', '200000', '--limit-burst', '0', '--', 'sh', '-c', 'seq 1 80000; date +%s%3N >&2'], {maxBuffer: 1e9});
	const tookMs = performance.now() - startMs;
	t.is(status, 0);
	t.is(readBytes(file, 'output').length, stdout.length + 14);
	t.true(tookMs > 1200);
	t.true(tookMs < 10_000);
});

test('a latency no timer can keep is refused', t => {
	const {status, stderr} = spawnSync(process.execPath, [cli, 'rec', '--latency', '99999999s', '-o', recordingFile(), '--', 'true'], {encoding: 'utf8'});
	t.is(status, 2);
	t.regex(stderr, /--latency is "99999999s", expected a day \(86400s\) at most/v);
});
