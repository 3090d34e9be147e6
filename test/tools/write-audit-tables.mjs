// `node test/tools/write-audit-tables.mjs [FOLDER]`: writes source/format/audit/tables/syscalls.ts from the kernel's own headers.
// FOLDER holds one include folder an architecture, as Debian's `linux-libc-dev-*-cross` unpack (usr/ARCH-linux-gnu/include);
// `aarch64` and the machine's own are in `linux-libc-dev`. What `gcc -E -dM` says a number is, it is.
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const folder = process.argv[2] ?? '/';
const architectures = {
	// eslint-disable-next-line camelcase -- the machine's name
	x86_64: ['usr/include', 'usr/include/x86_64-linux-gnu'],
	i386: ['-m32', 'usr/include', 'usr/include/x86_64-linux-gnu'],
	aarch64: ['-U__x86_64__', 'usr/aarch64-linux-gnu/include'],
	arm: ['-m32', '-D__ARM_EABI__', 'usr/arm-linux-gnueabi/include'],
	ppc64le: ['-D__powerpc64__', 'usr/powerpc64le-linux-gnu/include'],
	s390x: ['-D__s390x__', 'usr/s390x-linux-gnu/include'],
	riscv64: ['-D__LP64__', '-U__x86_64__', 'usr/riscv64-linux-gnu/include'],
};

const entries = Object.entries(architectures).map(([name, options]) => `\t${name}: '${printNumbers(readNumbers(options))}',`);
writeFileSync('source/format/audit/tables/syscalls.ts', `/** Names of the system calls by machine, in the order of their numbers; a number stands before a name that does not follow. Written by \`test/tools/write-audit-tables.mjs\` from the kernel's headers. */
export const syscallTexts = {
${entries.join('\n')}
} as const;
`);

function readNumbers(options) {
	const flags = options.flatMap(option => option.startsWith('-') ? [option] : ['-isystem', path.join(option.startsWith('usr/include') ? '/' : folder, option)]);
	const text = execFileSync('gcc', ['-E', '-dM', '-nostdinc', ...flags, '-'], {input: '#include <asm/unistd.h>\n', encoding: 'utf8'});
	const macros = new Map(text.matchAll(/^#define (?<name>__\w+) (?<value>.+)$/gmv).map(({groups}) => [groups.name, groups.value.trim()]));
	const names = macros.keys().filter(name => /^__NR_[_a-z]/v.test(name) && !/^__NR_(?:syscalls|arch_specific_syscall)$/v.test(name));
	return new Map(names.map(name => [evaluate(macros.get(name), macros), name.slice('__NR_'.length)]).filter(([number]) => number !== undefined && number < 0x1_00_00));
}

function evaluate(value, macros) {
	const parts = value.replaceAll(/[\(\)]/gv, '').split('+').map(part => part.trim());
	const numbers = parts.map(part => /^\d/v.test(part) ? Number(part) : (macros.has(part) ? evaluate(macros.get(part), macros) : undefined));
	return numbers.includes(undefined) ? undefined : numbers.reduce((sum, number) => sum + number, 0);
}

function printNumbers(numbers) {
	let next = 0;
	return [...numbers].toSorted(([a], [b]) => a - b).map(([number, name]) => {
		const word = number === next ? name : `${number} ${name}`;
		next = number + 1;
		return word;
	}).join(' ');
}
