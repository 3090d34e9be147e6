import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {makeTemporaryFolder} from '../../helpers/temporary-folder.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const rounds = Number(process.env.SCRIBERY_FUZZ_ROUNDS ?? 100_000);

test(`the configuration parser survives ${rounds} mutated files under the sanitizers, its settings in their ranges`, t => {
	const out = path.join(makeTemporaryFolder('scribery-fuzz-'), 'fuzz-conf');
	const built = spawnSync(process.execPath, ['recorder/shim/build.mjs', '--sanitize', '--out', out, 'test/recorder/shim/fuzz-conf.c'], {cwd: root, encoding: 'utf8'});
	t.is(built.stderr, '');
	const {stdout, stderr, status} = spawnSync(out, ['1', String(rounds)], {encoding: 'utf8'});
	t.is(`${status} ${stderr}`, '0 ');
	t.regex(stdout, /^\d+ rounds, [1-9]\d* without a fault\n$/v);
});
