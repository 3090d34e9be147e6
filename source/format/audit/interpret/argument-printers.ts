import {flags, numbers} from '../tables/tables.ts';
import {printFlags} from '../tables/flag-table.ts';
import type {NameTable} from '../tables/name-table.ts';
import {findGroupName, findUsername} from './find-id-name.ts';
import type {InterpretContext} from './interpretation.ts';
import {printMapFlags, printOpenFlags, printPersonality} from './print-bits.ts';
import {printMode, printShortMode} from './print-mode.ts';
import {printProtections, printScheduler, printSharedMemory, printCloneFlags} from './print-argument-bits.ts';
import {printSocketOption} from './print-socket-option.ts';
import {readInteger} from './read-integer.ts';
import {toInt} from './to-int.ts';

/** Prints an argument, given as the kernel wrote it in hexadecimal; `undefined` where only the number is to be said. */
export type ArgumentPrinter = (value: string, context: InterpretContext) => string | undefined;

/** How the first four arguments of a call are printed; a call or a place that is not here has plain numbers. */
export function findArgumentPrinter(syscall: string, index: number): ArgumentPrinter | undefined {
	return printers.get(syscall)?.[index];
}

function named(table: NameTable, kind: string): ArgumentPrinter {
	return value => table.get(readInteger(value, 16)) ?? `unknown-${kind}(0x${value})`;
}

/** The same where the unknown number stands without `0x`. */
function namedBare(table: NameTable, kind: string): ArgumentPrinter {
	return value => table.get(toInt(readInteger(value, 16))) ?? `unknown-${kind}(${value})`;
}

function namedDecimal(table: NameTable, kind: string): ArgumentPrinter {
	return value => table.get(readInteger(value, 16)) ?? `unknown-${kind}(${toInt(readInteger(value, 16))})`;
}

const directory: ArgumentPrinter = value => value === 'ffffff9c' || value === 'ffffffffffffff9c' ? 'AT_FDCWD' : undefined;
const opened: ArgumentPrinter = value => printOpenFlags(readInteger(value, 16));
const mode: ArgumentPrinter = value => printShortMode(readInt(value));
const user: ArgumentPrinter = (value, {hostNames}) => findUsername(readInt(value), hostNames);
const group: ArgumentPrinter = (value, {hostNames}) => findGroupName(readInt(value), hostNames);
const signal = named(numbers.signals, 'signal');
const messages: ArgumentPrinter = value => printFlags(readInteger(value, 16), flags.messageFlags) || undefined;
const limit = named(numbers.limits, 'rlimit');
const clone: ArgumentPrinter = value => printCloneFlags(readInteger(value, 16)) || undefined;
const level: ArgumentPrinter = value => numbers.socketLevels.get(readInteger(value, 16)) ?? named(numbers.protocols, 'sockopt-level')(value, noContext);
const access: ArgumentPrinter = value => [[1, 'X_OK'], [2, 'W_OK'], [4, 'R_OK']].filter(([bit]) => (readInteger(value, 16) & Number(bit)) !== 0).map(([, name]) => name).join('|') || 'F_OK';
const created: ArgumentPrinter = (value, {a1}) => (readInteger(a1, 16) & 0o100) === 0 ? undefined : mode(value, noContext);
const none = undefined;

const noContext: InterpretContext = {hostNames: {findUser: () => undefined, findGroup: () => undefined}, type: undefined, machine: '', syscall: undefined, a0: '', a1: '', enriched: new Map()};

const printers: ReadonlyMap<string, ReadonlyArray<ArgumentPrinter | undefined>> = new Map(Object.entries({
	...each('open mq_open', none, opened, created),
	...each('openat', directory, none, opened),
	...each('open_by_handle_at', none, none, opened),
	...each('openat2 futimesat newfstatat unlinkat utimensat name_to_handle_at fchownat', directory),
	...each('mkdirat mknodat fchmodat', directory, none, mode),
	...each('renameat renameat2 linkat readlinkat', directory, none, directory),
	...each('faccessat faccessat2', directory, none, access),
	...each('access', none, access),
	...each('mkdir creat chmod fchmod', none, mode),
	mknod: [none, value => printMode(readInt(value) & 0xFF_FF)],
	...each('chown', none, user),
	...each('setuid setfsuid', user),
	...each('setreuid setresuid', user, user, user),
	...each('setgid setfsgid', group),
	...each('setregid setresgid', group, group, group),
	...each('kill tkill', none, signal),
	...each('tgkill', none, none, signal),
	...each('rt_sigaction', signal),
	lseek: [none, none, value => ['SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'SEEK_DATA', 'SEEK_HOLE'][readInteger(value, 16) & 0xFF] ?? `unknown-whence(${value})`],
	mmap: [none, none, value => printProtections(readInteger(value, 16), true), value => printMapFlags(readInteger(value, 16))],
	mprotect: [none, none, value => printProtections(readInteger(value, 16), false)],
	ioctl: [none, value => numbers.ioctlRequests.get(readInt(value) >>> 0) ?? `0x${(readInt(value) >>> 0).toString(16)}`],
	shmget: [none, none, value => printSharedMemory(readInt(value))],
	socket: [named(numbers.socketFamilies, 'family'), value => numbers.socketTypes.get(readInteger(value, 16) & 0xFF) ?? `unknown-type(${value})`, namedBare(numbers.protocols, 'proto')],
	...each('sendto recvfrom recvmmsg sendmmsg', none, none, none, messages),
	...each('sendmsg recvmsg', none, none, messages),
	...each('setsockopt getsockopt', none, level, printSocketOption),
	...each('clone', none, none, clone),
	...each('unshare', clone),
	...each('setns', none, clone),
	...each('exit exit_group', value => ['EXIT_SUCCESS', 'EXIT_FAILURE'][readInteger(value, 16)] ?? 'UNKNOWN'),
	fcntl: [none, namedDecimal(numbers.fcntlCommands, 'fcntl-command')],
	...each('getrlimit setrlimit', limit),
	ptrace: [named(numbers.ptraceRequests, 'ptrace')],
	personality: [value => printPersonality(value)],
	sched_setscheduler: [none, value => printScheduler(value)],
	prctl: [named(numbers.prctlOptions, 'prctl-option'), printControlArgument],
	mount: [none, none, none, value => printFlags(readInteger(value, 16), flags.mountFlags) || undefined],
	umount2: [none, value => printFlags(readInteger(value, 16), flags.unmountFlags) || undefined],
	clock_settime: [named(numbers.clocks, 'clk_id')],
	epoll_ctl: [none, namedDecimal(new Map([[1, 'EPOLL_CTL_ADD'], [2, 'EPOLL_CTL_DEL'], [3, 'EPOLL_CTL_MOD']]), 'epoll_ctl-operation')],
	bpf: [namedBare(numbers.bpfCommands, 'bpf-cmd')],
	socketcall: [value => numbers.socketCalls.get(readInteger(value, 16)) ?? `unknown-socketcall(${value})`],
	ipc: [value => numbers.ipcCalls.get(readInteger(value, 16)) ?? `unknown-ipccall(${value})`],
} satisfies Readonly<Record<string, ReadonlyArray<ArgumentPrinter | undefined>>>));

function each(names: string, ...argumentPrinters: ReadonlyArray<ArgumentPrinter | undefined>): Readonly<Record<string, ReadonlyArray<ArgumentPrinter | undefined>>> {
	return Object.fromEntries(names.split(' ').map(name => [name, argumentPrinters]));
}

/** What the second argument of `prctl` is depends on the first. */
function printControlArgument(value: string, {a0}: InterpretContext): string | undefined {
	switch (readInteger(a0, 16)) {
		case 1: { // PR_SET_PDEATHSIG.
			return signal(value, noContext);
		}

		case 23: // PR_CAPBSET_READ.
		case 24: { // PR_CAPBSET_DROP.
			return named(numbers.capabilities, 'capability')(value, noContext);
		}

		default: {
			return undefined;
		}
	}
}

function readInt(value: string): number {
	return toInt(readInteger(value, 16));
}
