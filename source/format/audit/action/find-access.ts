import {readInteger} from '../interpret/read-integer.ts';
import type {AuditAccess} from './audit-action.ts';

export type Call = {
	/** Name of the system call; an empty string without one. */
	readonly name: string;
	/** Its arguments, in hexadecimal. */
	readonly a1: string;
	readonly a2: string;
	/** Flags in a record of their own, as OPENAT2 has them, in hexadecimal. */
	readonly openFlags: string | undefined;
};

/** How a call accesses a path, by what the kernel says the path was to it: NORMAL, CREATE, DELETE or UNKNOWN. */
export function findAccess(call: Call, nameType: string): AuditAccess {
	if (renaming.has(call.name)) {
		return 'rename';
	}

	if (nameType === 'CREATE') {
		return 'create';
	}

	if (nameType === 'DELETE' || deleting.has(call.name)) {
		return 'delete';
	}

	return findOpened(call) ?? accessByCall.get(call.name) ?? 'read';
}

/** The kernel gives no path a nametype when the call fails: then the flags tell what was wanted. */
function findOpened({name, a1, a2, openFlags}: Call): AuditAccess | undefined {
	if (!opening.has(name)) {
		return undefined;
	}

	const value = readInteger(openFlags ?? (name === 'open' || name === 'mq_open' ? a1 : a2), 16);
	return (value & writeFlags) === 0 || (name === 'openat2' && openFlags === undefined) ? 'read' : 'write';
}

const writeFlags = 0o1 | 0o2 | 0o1000; // O_WRONLY, O_RDWR, O_TRUNC: the same on every machine that we know the calls of.
const opening = setOf('open openat openat2 open_by_handle_at mq_open');
const renaming = setOf('rename renameat renameat2');
const deleting = setOf('unlink unlinkat rmdir mq_unlink');
const callsByAccess = {
	execute: 'execve execveat uselib',
	write: 'creat truncate truncate64 ftruncate ftruncate64 fallocate write pwrite64 bind connect sendto sendmsg sendmmsg',
	create: 'mkdir mkdirat mknod mknodat',
	attributes: 'chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat chown32 fchown32 lchown32 setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr utime utimes utimensat utimensat_time64 futimesat file_setattr',
} as const satisfies Readonly<Partial<Record<AuditAccess, string>>>;
const accessByCall: ReadonlyMap<string, AuditAccess> = new Map(Object.entries(callsByAccess).flatMap(([access, calls]) => calls.split(' ').map(call => [call, access as keyof typeof callsByAccess] as const))); // The keys of the record are accesses.

function setOf(names: string): ReadonlySet<string> {
	return new Set(names.split(' '));
}
