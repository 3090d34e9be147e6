// Builds the login shell: `npm run shim`, or for tests and packages
//   node recorder/shim/build.mjs [--out FILE] [--define NAME=VALUE]... [--sanitize] [SOURCE]
// A static program starts fastest and has no loader that the environment could reach. musl's is a tenth of glibc's.
import {spawnSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {
		out: {type: 'string', default: path.join(root, 'dist/shim/scribery-session')},
		define: {type: 'string', multiple: true, default: []},
		sanitize: {type: 'boolean', default: false},
	},
});
const source = positionals[0] ?? path.join(root, 'recorder/shim/session.c');
const common = ['-std=gnu11', '-O2', '-Wall', '-Wextra', '-Werror', '-fstack-protector-strong', ...values.define.map(define => `-D${define}`)];
const hard = ['-Wl,-z,relro,-z,now,-z,noexecstack', '-s'];
const ways = values.sanitize
	? [['gcc', '-g', '-fno-omit-frame-pointer', '-fsanitize=address,undefined', '-fno-sanitize-recover=all']]
	: [['musl-gcc', '-static-pie', ...hard], ['gcc', '-static-pie', '-D_FORTIFY_SOURCE=3', ...hard], ['cc', '-static', '-D_FORTIFY_SOURCE=2', ...hard]];

mkdirSync(path.dirname(values.out), {recursive: true});
const faults = [];
const made = ways.find(([compiler, ...flags]) => {
	const {status, stderr, error} = spawnSync(compiler, [...common, ...flags, '-o', values.out, source], {encoding: 'utf8'});
	if (status !== 0) {
		faults.push(`${compiler}: ${error?.message ?? stderr}`);
	}

	return status === 0;
});
if (made === undefined) {
	console.error(`The login shell cannot be built; a C compiler is needed (Debian: apt install gcc musl-tools).\n${faults.join('\n')}`);
	process.exitCode = 1;
} else {
	console.log(`${values.out} (${made[0]})`);
}
