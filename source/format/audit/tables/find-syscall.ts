import {parseNameTable} from './name-table.ts';
import type {NameTable} from './name-table.ts';
import {syscallTexts} from './syscalls.ts';

/**
Name of a system call.

@param machine - as `findMachine` gives it.
@param number - of the call.
@returns `undefined` when the machine has no such call, or no table.
*/
export function findSyscall(machine: string, number: number): string | undefined {
	return tableOf(machine)?.get(number);
}

/** The same calls under the words that audit tools have used since before the kernel's headers had theirs. */
const oldWords: Readonly<Record<string, string>> = {
	x86_64: '17 pread pwrite',
	i386: '283 sys_kexec_load',
	aarch64: '61 getdents 67 pread pwrite 80 newfstat',
	s390x: '180 pread pwrite',
	ppc64le: '179 pread pwrite',
};

const sameTable: Readonly<Record<string, string>> = {ppc64: 'ppc64le', ppc: 'ppc64le', s390: 's390x', armeb: 'arm'};
const tables = new Map<string, NameTable>();

function tableOf(machine: string): NameTable | undefined {
	const name = sameTable[machine] ?? machine;
	const known = tables.get(name);
	if (known !== undefined || !isMachine(name)) {
		return known;
	}

	const table = new Map([...parseNameTable(syscallTexts[name]), ...parseNameTable(oldWords[name] ?? '')]);
	tables.set(name, table);
	return table;
}

function isMachine(name: string): name is keyof typeof syscallTexts {
	return Object.hasOwn(syscallTexts, name);
}
