import {printRelp} from './print-relp.ts';
import type {RelpResponse} from './relp-response.ts';

const encoder = new TextEncoder();

/** The bytes of a server's answer to the frame with this number; what `readRelpResponse` reads. */
export function printRelpResponse(transaction: number, {code, text, rest}: RelpResponse): Uint8Array {
	return printRelp({transaction, command: 'rsp', data: encoder.encode(`${code} ${text}${rest === '' ? '' : `\n${rest}`}`)});
}
