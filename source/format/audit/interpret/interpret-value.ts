import type {FieldKind} from '../field/field-kind.ts';
import {findMachine} from '../tables/find-machine.ts';
import {flags, numbers} from '../tables/tables.ts';
import {printFlags} from '../tables/flag-table.ts';
import {interpretSyscall} from './interpret-argument.ts';
import type {InterpretContext} from './interpretation.ts';
import {findGroupName, findUsername} from './find-id-name.ts';
import {printCapabilities} from './print-capabilities.ts';
import {printError} from './print-error.ts';
import {printKeystrokes} from './print-keystrokes.ts';
import {printMapFlags, printOpenFlags, printPermissions, printPersonality, printSeccomp} from './print-bits.ts';
import {printMode, printShortMode} from './print-mode.ts';
import {printSockaddr} from './sockaddr.ts';
import {printTitle} from './print-title.ts';
import {readInteger} from './read-integer.ts';

type Interpreter = (value: string, context: InterpretContext) => string;

/** The text of a value of one kind; the kinds that only undo the escaping are not asked for here. */
export function interpretValue(kind: FieldKind, value: string, context: InterpretContext): string {
	const interpret = interpreters[kind];
	return interpret === undefined ? value : interpret(value, context);
}

const interpreters: Readonly<Partial<Record<FieldKind, Interpreter>>> = {
	user: (value, {hostNames}) => findUsername(readInteger(value, 10), hostNames),
	group: (value, {hostNames}) => findGroupName(readInteger(value, 10), hostNames),
	syscall: interpretSyscall,
	arch: value => findMachine(value) ?? `unknown-elf-type(${value})`,
	exit: printError,
	permission: value => printPermissions(readInteger(value, 10)),
	mode: value => printMode(readInteger(value, 8)),
	shortMode: value => printShortMode(readInteger(value, 8)),
	sockaddr: value => printSockaddr(value),
	promiscuous: value => readInteger(value, 10) === 0 ? 'no' : 'yes',
	capability: value => numbers.capabilities.get(readInteger(value, 10)) ?? `unknown-capability(${value})`,
	success: printSuccess,
	signal: value => numbers.signals.get(readInteger(value, 10)) ?? `unknown-signal(${value})`,
	list: value => numbers.filterLists.get(readInteger(value, 10)) ?? `unknown-list(${value})`,
	keystrokes: printKeystrokes,
	session: value => value === '4294967295' ? 'unset' : value,
	capabilities: printCapabilities,
	netfilterProtocol: value => numbers.netfilterProtocols.get(readInteger(value, 10)) ?? `unknown-netfilter-protocol(${value})`,
	icmpType: value => numbers.icmpTypes.get(readInteger(value, 10)) ?? `unknown-icmp-type(${value})`,
	protocol: value => numbers.protocols.get(readInteger(value, 10)) ?? 'undefined protocol',
	personality: value => printPersonality(value),
	seccomp: printSeccomp,
	openFlags: value => printOpenFlags(readInteger(value, 16)),
	mapFlags: value => printMapFlags(readInteger(value, 16)),
	title: printTitle,
	hook: value => numbers.hooks.get(readInteger(value, 10)) ?? `unknown-hook(${value})`,
	action: value => ['ACCEPT', 'DROP', 'REJECT'][readInteger(value, 10)] ?? `unknown-action(${value})`,
	etherType: value => ({'0800': 'IP', '0806': 'ARP'}[value.toUpperCase()]) ?? 'UNKNOWN',
	ioctl: value => numbers.ioctlRequests.get(readInteger(value, 16)) ?? `0x${value.replace(/^0x/v, '')}`,
	answer: value => ['unknown', 'allow', 'deny'][readInteger(value, 10)] ?? 'unknown',
	multicast: value => readInteger(value, 10) === 1 ? 'audit-netlink-multicast' : 'audit-none',
	resolve: value => printFlags(readInteger(value, 16), flags.resolveFlags) || `0x${value}`,
};

/** Programs write words, the kernel a number. */
function printSuccess(value: string): string {
	if (!/^\d/v.test(value)) {
		return value;
	}

	return ['no', 'yes'][readInteger(value, 10)] ?? 'unset';
}
