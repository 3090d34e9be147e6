import {spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {recordedUser} from '../test/helpers/shim-install.ts';
import {root} from './parts/programs.ts';
import {writeResult} from './parts/write-result.ts';

/**
The login shell as it is installed, set-uid and with a live agent, beside tlog-rec, tlog-rec-session, script and asciinema: the same commands as the same user, in turns within one run. Needs root, for the installation and a mount namespace.

    node dist/benchmark/session.js [ROUNDS [MEGABYTES]]
*/
const folder = mkdtempSync(path.join(os.tmpdir(), 'scribery-host-'));
chmodSync(folder, 0o755);
const inside = path.join(root, 'dist/benchmark/parts/session-inside.js');
const {status, stdout} = spawnSync('unshare', ['-m', 'bash', path.join(root, 'benchmark/session.sh'), folder, String(recordedUser), process.execPath, inside, ...process.argv.slice(2)], {stdio: ['inherit', 'pipe', 'inherit'], encoding: 'utf8', env: {...process.env, SCRIBERY_BENCHMARK_HOST: folder}});
rmSync(folder, {recursive: true});
if (status === 0) {
	writeResult('session', 'The login shell beside other recorders', stdout);
} else {
	process.exitCode = status ?? 1;
}
