/** An address in numbers: of 32 or of 128 bits. */
export type IpAddress = {readonly bits: 32 | 128; readonly value: bigint};

/** Read `10.0.0.5` or `fe80::1`; `undefined` for what is no address. One of version 4 in the clothes of version 6 is one of version 4. */
export function parseIpAddress(text: string): IpAddress | undefined {
	const short = parseShort(text);
	if (short !== undefined) {
		return {bits: 32, value: short};
	}

	const value = parseLong(text);
	return value !== undefined && value >> 32n === 0xFF_FFn ? {bits: 32, value: value & 0xFF_FF_FF_FFn} : (value === undefined ? undefined : {bits: 128, value});
}

/** True for two addresses whose first bits are the same. */
export function isInNetwork(address: IpAddress, network: IpAddress, prefixBits: number): boolean {
	const rest = BigInt(network.bits - prefixBits);
	return address.bits === network.bits && address.value >> rest === network.value >> rest;
}

function parseShort(text: string): bigint | undefined {
	if (!/^\d{1,3}(?:\.\d{1,3}){3}$/v.test(text)) {
		return undefined;
	}

	const parts = text.split('.').map(Number);
	return parts.every(part => part < 256) ? parts.reduce((sum, part) => (sum * 256n) + BigInt(part), 0n) : undefined;
}

function parseLong(text: string): bigint | undefined {
	const {head, tail} = /^(?<head>.*:)(?<tail>\d+\.[\d.]+)$/v.exec(text)?.groups ?? {};
	const last = tail === undefined ? undefined : parseShort(tail);
	const plain = last === undefined ? text : `${head}${(last >> 16n).toString(16)}:${(last & 0xFF_FFn).toString(16)}`;
	const [before = '', behind, ...more] = plain.split('::');
	const groups = (part: string): readonly string[] => part === '' ? [] : part.split(':');
	const [first, second] = [groups(before), groups(behind ?? '')];
	const missing = 8 - first.length - second.length;
	const isWhole = behind === undefined ? missing === 0 : missing > 0;
	const all = [...first, ...Array.from({length: Math.max(0, missing)}, () => '0'), ...second];
	return more.length > 0 || !isWhole || all.some(group => !/^[\da-f]{1,4}$/iv.test(group)) ? undefined : all.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n);
}
