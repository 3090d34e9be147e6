import {readFileSync} from 'node:fs';
import {parseShipped} from '../../source/format/audit/shipped/parse-shipped.ts';
import type {Shipped} from '../../source/format/audit/shipped/shipped.ts';
import {createLineCutter} from './line-cutter.ts';
import {keptSegments, listAuditSegments, locateAuditSegment} from './audit-segments.ts';

/** How a spool ends. */
export type SpoolTail = {
	/** What its newest segments hold, in order. */
	readonly shipped: readonly Shipped[];
	readonly segment: number;
	/** Of the newest segment, without a line that was torn. */
	readonly wholeBytes: number;
	readonly isTorn: boolean;
	/** There may have been older segments: they are not read, or were delivered and removed. */
	readonly isCut: boolean;
	/** Undefined when there is no segment. */
	readonly nextNumber: number | undefined;
};

/** Read the newest segments. */
export function readSpoolTail(folder: string): SpoolTail {
	const all = listAuditSegments(folder);
	const isCut = all.length >= keptSegments;
	const shipped: Shipped[] = [];
	let tail: SpoolTail = {shipped, segment: 0, wholeBytes: 0, isTorn: false, isCut, nextNumber: undefined};
	for (const segment of all.slice(-keptSegments)) {
		const bytes = readFileSync(locateAuditSegment(folder, segment));
		const wholeBytes = bytes.lastIndexOf(lineFeed) + 1;
		const lines = createLineCutter().push(bytes.subarray(0, wholeBytes));
		shipped.push(...lines.flatMap(line => readLine(line) ?? []));
		tail = {shipped, segment, wholeBytes, isTorn: wholeBytes < bytes.length, isCut, nextNumber: segment + lines.length};
	}

	return tail;
}

const lineFeed = 0x0A;

/** A line that cannot be read is told by the agent, which ships it. */
function readLine(line: Uint8Array): Shipped | undefined {
	try {
		const found = parseShipped(JSON.parse(new TextDecoder().decode(line)));
		return 'fault' in found ? undefined : found;
	} catch {
		return undefined;
	}
}
