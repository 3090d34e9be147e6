import type {RelpFrame} from './relp-frame.ts';

const encoder = new TextEncoder();
const lineFeed = 0x0A;

/** The bytes of one frame: `TRANSACTION COMMAND LENGTH DATA` and a line feed; without data, its blank is missing, too. */
export function printRelp({transaction, command, data}: RelpFrame): Uint8Array {
	const head = encoder.encode(`${transaction} ${command} ${data.length}${data.length > 0 ? ' ' : ''}`);
	const bytes = new Uint8Array(head.length + data.length + 1);
	bytes.set(head);
	bytes.set(data, head.length);
	bytes[bytes.length - 1] = lineFeed;
	return bytes;
}
