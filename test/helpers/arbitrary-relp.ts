import fc from 'fast-check';
import {largestTransaction} from '../../source/format/relp/relp-frame.ts';

const command = fc.oneof(fc.constantFrom('open', 'syslog', 'close', 'rsp', 'serverclose'), fc.string({unit: fc.constantFrom(...'azAZ'), minLength: 1, maxLength: 32}));

export const arbitraryRelpFrame = fc.record({
	transaction: fc.integer({min: 0, max: largestTransaction}),
	command,
	data: fc.oneof(fc.uint8Array({maxLength: 40}), fc.string({maxLength: 2000}).map(text => new TextEncoder().encode(text))),
});

/** The same bytes in pieces of any size. */
export function cutBytes(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
	const pieces: Uint8Array[] = [];
	let at = 0;
	for (let index = 0; at < bytes.length; index++) {
		const size = sizes[index % sizes.length] ?? 1;
		pieces.push(bytes.subarray(at, at + size));
		at += size;
	}

	return pieces;
}
