import {interpretArgument} from '../../interpret/interpret-argument.ts';
import type {InterpretContext} from '../../interpret/interpretation.ts';
import {printError} from '../../interpret/print-error.ts';
import {findArgumentPrinter} from '../../interpret/argument-printers.ts';
import type {AuditRecord} from '../../record.ts';
import {findMachine} from '../../tables/find-machine.ts';
import {findSyscall} from '../../tables/find-syscall.ts';
import {quoteJson} from '../quote-json.ts';
import {createCache} from './create-cache.ts';
import type {PrinterOptions} from './printer-options.ts';
import {createRunPrinter} from './run-printer.ts';
import {endOfWord, isDigits, isHex} from './scan.ts';

/** Make a printer of SYSCALL records as the kernel writes them; `undefined` for any other. Who did it, behind ` auid=`, is one of a few texts. */
export function createCallPrinter({separator, hostNames}: PrinterOptions): (record: AuditRecord) => string | undefined {
	const printExit = createCache(value => {
		const text = printError(value);
		return text === value ? quoteJson(text) : `${quoteJson(text)},${quoteJson(value)}`;
	});
	const printHead = createRunPrinter('SYSCALL', new Set(['items', 'exit', 'a0', 'a1', 'a2', 'a3', 'ppid', 'pid']), {separator, hostNames});
	const printWholeTail = createRunPrinter('SYSCALL', headNames, {separator, hostNames});
	const printTail = createCache(tail => printWholeTail(cutHeadNames(tail)));
	const readHead = createCache(head => parseHead(head, printHead(head)));

	return ({line, text, bodyStart, enriched}) => {
		const exitAt = text.indexOf(' exit=', bodyStart);
		const head = exitAt === -1 ? undefined : readHead(enriched === '' ? text.slice(bodyStart, exitAt) : `${text.slice(bodyStart, exitAt)}\u{1D}${readHeadNames(enriched)}`);
		const exitEnd = endOfWord(text, exitAt + 1);
		const values = head === undefined ? undefined : readValues(text, exitEnd);
		const tail = values === undefined ? undefined : printTail(enriched === '' ? text.slice(values.end + 1) : line.slice(values.end + 1));
		const exitStart = exitAt + exitLength;
		if (head === undefined || values === undefined || tail === undefined || !isDigits(text, text.startsWith('-', exitStart) ? exitStart + 1 : exitStart, exitEnd)) {
			return undefined;
		}

		const {a0, a1, a2, a3, items, parentPid, pid} = values;
		const [print0, print1, print2, print3] = head.areNames;
		const context: InterpretContext = {...head.context, hostNames, a0, a1};
		return `${head.printed}${separator}"exit":[${printExit(text.slice(exitStart, exitEnd))}]`
			+ `${separator}"a0":${print0 ? printArgument(a0, 0, context) : `["0x${a0}","${a0}"]`}`
			+ `${separator}"a1":${print1 ? printArgument(a1, 1, context) : `["0x${a1}","${a1}"]`}`
			+ `${separator}"a2":${print2 ? printArgument(a2, 2, context) : `["0x${a2}","${a2}"]`}`
			+ `${separator}"a3":${print3 ? printArgument(a3, 3, context) : `["0x${a3}","${a3}"]`}`
			+ `${separator}"items":["${items}"]${separator}"ppid":["${parentPid}"]${separator}"pid":["${pid}"]${separator}${tail}`;
	};
}

type Head = {
	readonly printed: string;
	readonly context: Omit<InterpretContext, 'a0' | 'a1' | 'hostNames'>;
	/** Which arguments are more than a number. */
	readonly areNames: readonly [boolean, boolean, boolean, boolean];
};

/** Calls that hold others inside need their arguments for their name: they are left to the slow way. */
function parseHead(head: string, printed: string | undefined): Head | undefined {
	const [before = '', named] = head.split('\u{1D}', 2);
	const {arch = '', number = ''} = /^ arch=(?<arch>[\da-f]+) syscall=(?<number>\d+) success=(?:yes|no)$/v.exec(before)?.groups ?? {};
	const machine = findMachine(arch) ?? '';
	const syscall = findSyscall(machine, Number(number));
	if (printed === undefined || number === '' || (named !== undefined && !/^ARCH=\S+ SYSCALL=\S+$/v.test(named)) || syscall === 'socketcall' || syscall === 'ipc') {
		return undefined;
	}

	const isNamed = (index: number): boolean => syscall !== undefined && findArgumentPrinter(syscall, index) !== undefined;
	return {printed, context: {type: systemCall, machine, syscall, enriched: new Map()}, areNames: [isNamed(0), isNamed(1), isNamed(2), isNamed(3)]};
}

/** What the daemon says of the call, which it says first: the names of the machine and the call, `ARCH=x86_64 SYSCALL=openat`. */
function readHeadNames(enriched: string): string {
	const end = enriched.indexOf(' AUID=');
	return end === -1 ? enriched : enriched.slice(0, end);
}

function cutHeadNames(tail: string): string {
	const divider = tail.indexOf('\u{1D}');
	return divider === -1 ? tail : `${tail.slice(0, divider + 1)}${tail.slice(divider + 1 + readHeadNames(tail.slice(divider + 1)).length)}`;
}

type Values = {
	readonly a0: string;
	readonly a1: string;
	readonly a2: string;
	readonly a3: string;
	readonly items: string;
	readonly parentPid: string;
	readonly pid: string;
	/** Where they end. */
	readonly end: number;
};

function readValues(text: string, start: number): Values | undefined {
	const end0 = endOfHex(text, ' a0=', start);
	const end1 = endOfHex(text, ' a1=', end0);
	const end2 = endOfHex(text, ' a2=', end1);
	const end3 = endOfHex(text, ' a3=', end2);
	const endItems = endOfNumber(text, ' items=', end3);
	const endParent = endOfNumber(text, ' ppid=', endItems);
	const end = endOfNumber(text, ' pid=', endParent);
	return end === -1 || end === text.length
		? undefined
		: {
			a0: text.slice(start + 4, end0),
			a1: text.slice(end0 + 4, end1),
			a2: text.slice(end1 + 4, end2),
			a3: text.slice(end2 + 4, end3),
			items: text.slice(end3 + 7, endItems),
			parentPid: text.slice(endItems + 6, endParent),
			pid: text.slice(endParent + 5, end),
			end,
		};
}

/** Where the value behind a name ends; -1 when another name stands there, or it is none. */
function endOfHex(text: string, name: string, start: number): number {
	if (start === -1 || !text.startsWith(name, start)) {
		return -1;
	}

	const end = endOfWord(text, start + 1);
	return isHex(text, start + name.length, end) ? end : -1;
}

function endOfNumber(text: string, name: string, start: number): number {
	if (start === -1 || !text.startsWith(name, start)) {
		return -1;
	}

	const end = endOfWord(text, start + 1);
	return isDigits(text, start + name.length, end) ? end : -1;
}

function printArgument(value: string, index: number, context: InterpretContext): string {
	const text = interpretArgument(value, index, context);
	return text === value ? `["${value}"]` : `[${quoteJson(text)},"${value}"]`;
}

const systemCall = 1300;
const exitLength = 6;
const headNames: ReadonlySet<string> = new Set(['arch', 'syscall', 'success', 'exit', 'a0', 'a1', 'a2', 'a3', 'items', 'ppid', 'pid']);
