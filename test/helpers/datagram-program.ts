import {spawnSync} from 'node:child_process';
import {renameSync, statSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const source = path.join(root, 'recorder/native/datagram.c');
const plain = path.join(root, 'dist/native/scribery-datagram');

/** Build what sends datagrams where the compiled modules look for it, unless it is there already. */
export function buildDatagramProgram(): string {
	return build(plain, []);
}

/** The same with ASan and UBSan, whose reports end it with another status. */
export function buildSanitizedDatagramProgram(): string {
	return build(`${plain}.sanitized`, ['--sanitize']);
}

function build(program: string, options: readonly string[]): string {
	const built = statSync(program, {throwIfNoEntry: false});
	if (built === undefined || built.mtimeMs < statSync(source).mtimeMs) {
		const making = `${program}.${process.pid}`;
		const {status, stderr} = spawnSync(process.execPath, ['recorder/shim/build.mjs', ...options, '--out', making, source], {cwd: root, encoding: 'utf8'});
		if (status !== 0) {
			throw new Error(stderr);
		}

		renameSync(making, program); // Test files run at the same time: none sees half a program.
	}

	return program;
}
