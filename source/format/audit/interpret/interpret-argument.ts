import {findSyscall} from '../tables/find-syscall.ts';
import {numbers} from '../tables/tables.ts';
import {findArgumentPrinter} from './argument-printers.ts';
import type {InterpretContext} from './interpretation.ts';
import {readInteger} from './read-integer.ts';

/** Name of the call; on 32-bit machines that of the socket call inside it as well. */
export function interpretSyscall(value: string, {machine, a0}: InterpretContext): string {
	const name = findSyscall(machine, readInteger(value, 10));
	if (name === undefined) {
		return `unknown-syscall(${machine === '' ? -1 : value})`;
	}

	const inner = isMultiplexer(name) && a0 !== '' ? innerCalls[name].get(readInteger(a0, 16)) : undefined;
	return inner === undefined ? name : `${name}(${inner})`;
}

/** The argument at `index` of the record's call. */
export function interpretArgument(value: string, index: number, context: InterpretContext): string {
	const print = context.syscall === undefined ? undefined : findArgumentPrinter(context.syscall, index);
	return print?.(value, context) ?? `0x${value}`;
}

const innerCalls = {socketcall: numbers.socketCalls, ipc: numbers.ipcCalls};

function isMultiplexer(name: string): name is keyof typeof innerCalls {
	return Object.hasOwn(innerCalls, name);
}
