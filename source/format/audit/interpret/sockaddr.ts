import {numbers} from '../tables/tables.ts';
import {decodeBytes, readHexBytes} from './decode-hex.ts';

export type SocketAddress = {
	/** The family's name, `inet`; `undefined` when none has the number. */
	readonly family: string | undefined;
	readonly familyNumber: number;
	readonly address?: string;
	readonly port?: number;
	/** Of a local socket; an abstract one's name without the NUL before it. */
	readonly path?: string;
	readonly isTooShort?: boolean;
};

/**
Read the address of a socket, hexadecimal as the kernel holds it in memory.

@param value - the field's value.
@param order - of the family's two bytes: `either` also understands a big-endian host.
*/
export function readSocketAddress(value: string, order: 'little' | 'either' = 'either'): SocketAddress | undefined {
	const bytes = readHexBytes(value);
	if (bytes === undefined || bytes.length < 2) {
		return undefined;
	}

	const familyNumber = readFamily(bytes, order);
	const family = numbers.socketFamilies.get(familyNumber);
	const known = {family, familyNumber};
	switch (family) {
		case 'inet': {
			return bytes.length < 16 ? {...known, isTooShort: true} : {...known, address: [...bytes.subarray(4, 8)].join('.'), port: readPort(bytes)};
		}

		case 'inet6': {
			return bytes.length < 28 ? {...known, isTooShort: true} : {...known, address: printAddress6(bytes.subarray(8, 24)), port: readPort(bytes)};
		}

		case 'local': {
			return bytes.length < 3 ? {...known, isTooShort: true} : {...known, path: readPath(bytes.subarray(2))};
		}

		default: {
			return known;
		}
	}
}

/** Print it in braces, in libauparse's words, which knows little-endian hosts alone: `{ saddr_fam=inet laddr=192.0.2.1 lport=22 }`. */
export function printSockaddr(value: string): string {
	const socket = readSocketAddress(value, 'little');
	if (socket === undefined) {
		return `malformed-host(${value})`;
	}

	const {family, familyNumber, address, port, path} = socket;
	const bytes = readHexBytes(value) ?? new Uint8Array(0);
	switch (family) {
		case undefined: {
			return `unknown-family(${familyNumber})`;
		}

		case 'inet':
		case 'inet6': {
			return socket.isTooShort ? `{ saddr_fam=${family} sockaddr${family === 'inet6' ? '6' : ''} len too short }` : `{ saddr_fam=${family} laddr=${address} lport=${port} }`;
		}

		case 'local': {
			return socket.isTooShort ? '{ saddr_fam=local sockaddr len too short }' : `{ saddr_fam=local path=${path} }`;
		}

		case 'ax25': {
			return `{ saddr_fam=ax25 call=${readPath(bytes.subarray(2, 9))}`; // Without the brace, as everybody prints it.
		}

		case 'x25': {
			return `{ saddr_fam=x25 laddr=${readPath(bytes.subarray(2, 17))} }`;
		}

		case 'atmpvc': {
			return `{ saddr_fam=atmpvc int=${bytes[4] ?? 0} }`;
		}

		case 'netlink': {
			return bytes.length < 12 ? '{ saddr_fam=netlink len too short }' : `{ saddr_fam=netlink nlnk-fam=${familyNumber} nlnk-pid=${readNumber(bytes.subarray(4, 8))} }`;
		}

		default: {
			return `{ saddr_fam=${family} (unsupported) }`;
		}
	}
}

/** In the host's byte order, which the record does not tell: no family has a number past 255, so the byte that is not zero is it. */
function readFamily(bytes: Uint8Array, order: 'little' | 'either'): number {
	const [first = 0, second = 0] = bytes;
	return order === 'either' && first === 0 && second !== 0 && numbers.socketFamilies.has(second) ? second : first | (second << 8);
}

function readPort(bytes: Uint8Array): number {
	return ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0);
}

function readNumber(bytes: Uint8Array): number {
	return bytes.reduceRight((sum, byte) => (sum * 256) + byte, 0);
}

function readPath(bytes: Uint8Array): string {
	const start = bytes[0] === 0 ? 1 : 0;
	const end = bytes.indexOf(0, start);
	return decodeBytes(bytes.subarray(start, end === -1 ? bytes.length : end));
}

function printAddress6(bytes: Uint8Array): string {
	const isMapped = bytes.subarray(0, 10).every(byte => byte === 0) && bytes[10] === 0xFF && bytes[11] === 0xFF;
	if (isMapped) {
		return `::ffff:${[...bytes.subarray(12)].join('.')}`;
	}

	const words = Array.from({length: 8}, (_, index) => (((bytes[index * 2] ?? 0) << 8) | (bytes[(index * 2) + 1] ?? 0)).toString(16));
	const longest = words.join(':').matchAll(/(?:^|(?<=:))0(?::0)+(?=:|$)/gv).toArray().toSorted((a, b) => b[0].length - a[0].length || a.index - b.index)[0];
	const text = words.join(':');
	return longest === undefined ? text : `${text.slice(0, longest.index).replace(/:$/v, '')}::${text.slice(longest.index + longest[0].length).replace(/^:/v, '')}`;
}
