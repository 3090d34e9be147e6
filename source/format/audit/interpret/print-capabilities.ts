import {numbers} from '../tables/tables.ts';

/** Names of the capabilities in a set, given in hexadecimal; a bit without a name is left out. */
export function printCapabilities(value: string): string {
	const set = /^(?:0x)?[\da-f]{1,16}$/iv.test(value) ? BigInt(value.startsWith('0x') ? value : `0x${value}`) : 0n;
	const names = numbers.capabilities.entries().filter(([bit]) => (set & (1n << BigInt(bit))) !== 0n).map(([, name]) => name).toArray();
	return names.length === 0 ? 'none' : names.join(',');
}
