import {parseShipped} from '../../source/format/audit/shipped/parse-shipped.ts';
import type {OutgoingMessage} from '../delivery/delivery.ts';
import {listAuditSegments, locateAuditSegment} from '../audit/audit-segments.ts';
import {readPart} from '../spool/read-part.ts';
import type {PumpItem, PumpSource, ReadResult} from './pump-source.ts';

/** Where the next line stands, and its number. */
export type AuditPlace = {
	readonly segment: number;
	readonly offset: number;
	readonly number: number;
};

/** What the messages are of, in place of a recording's id. */
export const auditRecording = 'audit';

/** One writer's way through the spool of audit events. */
export type AuditCursor = PumpSource & {
	/** All before is with the other side. */
	readonly acknowledged: () => AuditPlace | undefined;
};

export type AuditCursorOptions = {
	readonly folder: string;
	/** Undefined: from the oldest line there is. */
	readonly from: AuditPlace | undefined;
	/** A line could not be read, and is passed over. */
	readonly onFault: (fault: unknown) => void;
};

const firstBufferBytes = 262_144;
const unsetSession = 4_294_967_295;

export function createAuditCursor({folder, from, onFault}: AuditCursorOptions): AuditCursor {
	const queue: Array<PumpItem & {readonly after: AuditPlace}> = [];
	let buffer = new Uint8Array(firstBufferBytes);
	let place = from;
	let acknowledged = from;

	/** Those before `place` are gone, or were thrown away with all others. */
	function findPlace(segments: readonly number[]): AuditPlace | undefined {
		const segment = place === undefined ? segments[0] : segments.find(each => each >= (place?.segment ?? 0)) ?? segments[0];
		return segment === undefined || segment === place?.segment ? place : {segment, offset: 0, number: segment};
	}

	/** Whole lines only: what is torn at the end is taken away by whoever writes next. */
	function readLines(at: AuditPlace): 'more' | 'none' | 'some' {
		const length = readPart(locateAuditSegment(folder, at.segment), at.offset, buffer) ?? 0;
		const end = buffer.subarray(0, length).lastIndexOf(lineFeed) + 1;
		if (end === 0) {
			buffer = length === buffer.length ? new Uint8Array(2 * buffer.length) : buffer;
			return length === 0 ? 'none' : 'some';
		}

		let {offset, number} = at;
		for (let start = 0; start < end;) {
			const lineEnd = buffer.indexOf(lineFeed, start);
			const message = readMessage(decoder.decode(buffer.subarray(start, lineEnd)), number);
			start = lineEnd + 1;
			offset = at.offset + start;
			number++;
			queue.push({message, delayMs: 0, after: {segment: at.segment, offset, number}});
		}

		place = {segment: at.segment, offset, number};
		return length === buffer.length ? 'more' : 'some';
	}

	function readMessage(line: string, id: number): OutgoingMessage | undefined {
		try {
			const shipped = parseShipped(JSON.parse(line));
			if ('fault' in shipped) {
				throw new TypeError(shipped.fault);
			}

			const session = shipped.type === 'event' ? shipped.session ?? unsetSession : unsetSession;
			return {recording: auditRecording, user: '', session, id, positionMs: 0, at: shipped.at, exit: undefined, isAudit: true, text: line};
		} catch (error) {
			onFault(`${folder}: line ${id} is damaged and not delivered: ${error instanceof Error ? error.message : String(error)}`);
			return undefined;
		}
	}

	return {
		read(): ReadResult {
			const segments = listAuditSegments(folder); // Before reading: who has begun the next segment writes no more to this one.
			place = findPlace(segments);
			if (place === undefined) {
				return 'all';
			}

			const {segment} = place;
			const found = readLines(place);
			const next = segments.find(each => each > segment);
			if (found === 'more' || next === undefined) {
				return found === 'more' ? 'more' : 'all';
			}

			if (found === 'some') {
				return 'more';
			}

			place = {segment: next, offset: 0, number: next};
			return 'more';
		},
		peek: () => queue[0],
		take() {
			const first = queue.shift();
			return () => {
				acknowledged = first?.after ?? acknowledged;
			};
		},
		acknowledged: () => acknowledged,
	};
}

const lineFeed = 0x0A;
const decoder = new TextDecoder();
