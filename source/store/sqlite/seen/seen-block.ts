import type {Buffer} from 'node:buffer';
import {constants, zstdCompressSync, zstdDecompressSync} from 'node:zlib';
import type {SeenLine} from '../../moments.ts';
import {StoreError} from '../../store-error.ts';

/** A block unpacked as far as a search needs: times are read only of lines that match. */
export type SeenBlock = {
	readonly kind: SeenLine['kind'];
	/** Texts of the lines, each ended by a line feed but the last. */
	readonly text: string;
	readonly readLines: () => SeenLine[];
};

/**
Pack lines: zstd over a row of numbers in JSON and, behind a line feed, the texts, one a line.

Two numbers a line: how much later it was closed than the one before, and how long it stood. All lines of a block are of one kind, which is not in it.
*/
export function packLines(lines: readonly SeenLine[]): Uint8Array {
	let lastMs = 0;
	const numbers = lines.flatMap(line => {
		// Whole milliseconds within its stay, so that whoever goes to the first one sees it.
		const fromMs = Math.ceil(line.fromMs);
		const untilMs = Math.max(fromMs, Math.floor(line.untilMs));
		const pair = [untilMs - lastMs, untilMs - fromMs];
		lastMs = untilMs;
		return pair;
	});
	return zstdCompressSync(`${JSON.stringify(numbers)}\n${lines.map(line => line.text).join('\n')}`, {params: {[constants.ZSTD_c_checksumFlag]: 1}});
}

/** The inverse of `packLines`; throws a StoreError when the bytes are not what that made. */
export function unpackLines(data: Uint8Array, kind: SeenLine['kind']): SeenBlock {
	const bytes = decompress(data);
	const tableEnd = bytes.indexOf(10);
	const text = bytes.toString('utf8', tableEnd + 1);
	return {kind, text, readLines: () => joinLines(kind, bytes.toString('utf8', 0, tableEnd), text.split('\n'))};
}

function decompress(data: Uint8Array): Buffer {
	try {
		return zstdDecompressSync(data);
	} catch (error) {
		throw new StoreError('the store is damaged: a block of seen text does not unpack; build the index anew with scribery index --rebuild', {cause: error, failed: 'recording'});
	}
}

function joinLines(kind: SeenLine['kind'], table: string, texts: readonly string[]): SeenLine[] {
	// Our own writing, guarded by zstd's checksum of what it packs.
	const numbers = JSON.parse(table) as readonly number[];
	let lastMs = 0;
	return texts.map((text, index) => {
		const untilMs = lastMs + (numbers[2 * index] ?? 0);
		lastMs = untilMs;
		return {kind, fromMs: untilMs - (numbers[(2 * index) + 1] ?? 0), untilMs, text};
	});
}
