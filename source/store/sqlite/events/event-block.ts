import {Buffer} from 'node:buffer';
import {constants, zstdCompressSync, zstdDecompressSync} from 'node:zlib';
import type {AuditAction} from '../../../format/audit/action/audit-action.ts';
import type {RawLine} from '../../../format/audit/shipped/raw-line.ts';
import {StoreError} from '../../store-error.ts';

/** More events in a block gain little in size, and each reader of one unpacks all. */
const eventsPerBlock = 128;
/** Bounds a reader's memory: a block holds at most this and one event more. */
const charactersPerBlock = 1024 * 1024;

/** Lines of one event. */
export type EventLines = readonly RawLine[];

/** Cut a run of events into blocks' worth; the last one may be small. */
export function cutEvents<Event extends {readonly lines: EventLines}>(events: readonly Event[]): ReadonlyArray<readonly Event[]> {
	const blocks: Event[][] = [];
	let characters = Infinity;
	for (const event of events) {
		let block = blocks.at(-1);
		if (block === undefined || block.length === eventsPerBlock || characters >= charactersPerBlock) {
			block = [];
			blocks.push(block);
			characters = 0;
		}

		block.push(event);
		characters += event.lines.reduce((sum, line) => sum + line.length, 0);
	}

	return blocks;
}

/** Zstd over JSON: a list of lists of lines. Half a character, which JSON writes as an escape, comes back as it was; bytes that are no text stand in hexadecimal. */
export function packLines(events: readonly EventLines[]): Uint8Array {
	return pack(events.map(lines => lines.map(line => typeof line === 'string' ? line : [Buffer.from(line).toString('hex')])));
}

export function unpackLines(data: Uint8Array): readonly EventLines[] {
	const events = unpack(data) as ReadonlyArray<ReadonlyArray<string | readonly [hex: string]>>; // Our own writing, guarded by zstd's checksum.
	return events.map(lines => lines.map(line => typeof line === 'string' ? line : Uint8Array.from(Buffer.from(line[0], 'hex'))));
}

export function packActions(actions: readonly AuditAction[]): Uint8Array {
	return pack(actions);
}

export function unpackActions(data: Uint8Array): readonly AuditAction[] {
	return unpack(data) as readonly AuditAction[]; // As above; what is `undefined` is left out by JSON and read as such.
}

function pack(value: unknown): Uint8Array {
	return zstdCompressSync(JSON.stringify(value), {params: {[constants.ZSTD_c_checksumFlag]: 1}});
}

function unpack(data: Uint8Array): unknown {
	try {
		return JSON.parse(zstdDecompressSync(data).toString('utf8'));
	} catch (error) {
		throw new StoreError('the store is damaged: a block of audit events does not unpack; restore it from a copy or import the log again', {cause: error});
	}
}
