import type {NameTable} from '../tables/name-table.ts';
import {numbers} from '../tables/tables.ts';
import type {InterpretContext} from './interpretation.ts';
import {readInteger} from './read-integer.ts';

/** Name of a socket's option, by the level in the argument before it. */
export function printSocketOption(value: string, {a1}: InterpretContext): string {
	const {kind, table} = levels.get(readInteger(a1, 16)) ?? {kind: 'ipopt-name', table: numbers.ipOptions};
	return table.get(readInteger(value, 16)) ?? `unknown-${kind}(0x${value})`;
}

const levels: ReadonlyMap<number, {readonly kind: string; readonly table: NameTable}> = new Map([
	[1, {kind: 'sockopt-name', table: numbers.socketOptions}],
	[6, {kind: 'tcpopt-name', table: numbers.tcpOptions}],
	[17, {kind: 'udpopt-name', table: numbers.udpOptions}],
	[41, {kind: 'ip6opt-name', table: numbers.ip6Options}],
	[263, {kind: 'pktopt-name', table: numbers.packetOptions}],
]);
