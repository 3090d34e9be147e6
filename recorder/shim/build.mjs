// Builds the programs in C: the login shell (`npm run shim`), what sends datagrams (`npm run native`), or for tests and packages
//   node recorder/shim/build.mjs [--out FILE] [--define NAME=VALUE]... [--sanitize] [SOURCE]
// A static program starts fastest and has no loader that the environment could reach. musl's is a tenth of glibc's.
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, renameSync} from 'node:fs';
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
	: [['musl-gcc', ...muslStaticPie(), ...hard], ['gcc', '-static-pie', '-D_FORTIFY_SOURCE=3', ...hard], ['cc', '-static', '-D_FORTIFY_SOURCE=2', ...hard]];

mkdirSync(path.dirname(values.out), {recursive: true});
const making = `${values.out}.${process.pid}`; // Whoever starts it meanwhile never sees half a program.
const faults = [];
const made = ways.find(([compiler, ...flags]) => {
	const {status, stderr, error} = spawnSync(compiler, [...common, ...flags, '-o', making, source], {encoding: 'utf8'});
	const fault = status === 0 ? (values.sanitize || isStatic(making) ? undefined : 'the program it made needs a loader') : error?.message ?? stderr;
	if (fault !== undefined) {
		faults.push(`${compiler}: ${fault}`);
	}

	return fault === undefined;
});
if (made === undefined) {
	console.error(`${source} cannot be built; a C compiler is needed (Debian: apt install gcc musl-tools).\n${faults.join('\n')}`);
	process.exitCode = 1;
} else {
	renameSync(making, values.out);
	console.log(`${values.out} (${made[0]})`);
}

// Of `-static-pie` Debian's musl-gcc (1.2.3) makes a program that asks for musl's loader, which no other host has. Hence by hand.
function muslStaticPie() {
	const {stderr} = spawnSync('musl-gcc', ['-###', '-x', 'c', '/dev/null'], {encoding: 'utf8'});
	const folder = path.dirname(stderr?.split(/[\s"]/v).find(word => word.endsWith('/Scrt1.o')) ?? '');
	return ['-static', '-fPIE', '-nostartfiles', '-Wl,-pie,--no-dynamic-linker,-z,text', ...['rcrt1.o', 'crti.o', 'crtn.o'].map(name => path.join(folder, name))];
}

// No program header of an ELF file names an interpreter.
function isStatic(file) {
	const data = readFileSync(file);
	const at = Number(data.readBigUInt64LE(32));
	const [size, count] = [data.readUInt16LE(54), data.readUInt16LE(56)];
	const interpreter = 3;
	return Array.from({length: count}, (_, index) => data.readUInt32LE(at + (index * size))).every(type => type !== interpreter);
}
