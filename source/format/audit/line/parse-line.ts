import type {AuditRecord} from '../record.ts';
import {findRecordType} from '../tables/find-record-type.ts';

export type ParsedLine = AuditRecord | {
	/** Why the line is no record. */
	readonly reason: string;
	readonly text: string;
};

/**
Read one line of an audit log.

@param line - without its line feed; a carriage return and NULs at its end are left out.
@returns The record, or the text with the reason why it is none.
@see audit's `auparse` man pages; the grammar is `[node=NAME ]type=TYPE msg=audit(SECONDS.MMM:SERIAL): FIELDS[0x1D ENRICHED]`
*/
export function parseLine(line: string): ParsedLine {
	const whole = trimEnd(line);
	const tail = whole.indexOf('\u{1D}');
	const text = tail === -1 ? whole : trimEnd(whole.slice(0, tail));
	const nodeEnd = text.startsWith('node=') ? text.indexOf(' ') : -1;
	const typeStart = skipBlanks(text, nodeEnd + 1);
	if (!text.startsWith('type=', typeStart)) {
		return {text, reason: 'does not begin with "type="'};
	}

	const typeEnd = text.indexOf(' ', typeStart);
	const word = text.slice(typeStart + 5, typeEnd);
	if (typeEnd === -1 || word === '') {
		return {text, reason: 'ends inside its type'};
	}

	const stampStart = skipBlanks(text, typeEnd);
	if (!text.startsWith('msg=audit(', stampStart)) {
		return {text, reason: 'has no "msg=audit(" behind its type'};
	}

	const stampEnd = text.indexOf(')', stampStart);
	const stamp = readStamp(text.slice(stampStart + 10, Math.max(stampEnd, 0)));
	return stamp === undefined
		? {text, reason: 'has no time and serial in "msg=audit(…)"'}
		: {
			type: findRecordType(word),
			node: nodeEnd === -1 ? undefined : text.slice(5, nodeEnd),
			seconds: stamp.seconds,
			milliseconds: stamp.milliseconds,
			serial: stamp.serial,
			line: whole,
			text,
			bodyStart: text.codePointAt(stampEnd + 1) === colon ? stampEnd + 2 : stampEnd + 1,
			enriched: tail === -1 ? '' : whole.slice(tail + 1),
		};
}

function trimEnd(text: string): string {
	let end = text.length;
	while (end > 0 && isEnding(text.codePointAt(end - 1))) {
		end--;
	}

	return end === text.length ? text : text.slice(0, end);
}

function isEnding(code: number | undefined): boolean {
	return code !== undefined && endings.has(code);
}

const endings: ReadonlySet<number> = new Set([0x0A, 0x0D, 0]); // Line feed, carriage return, NUL.

function skipBlanks(text: string, start: number): number {
	let at = start;
	while (text.codePointAt(at) === space) {
		at++;
	}

	return at;
}

type Stamp = Pick<AuditRecord, 'seconds' | 'milliseconds' | 'serial'>;

let lastText = ''; // The records of an event stand together: most stamps are the one before.
let lastStamp: Stamp | undefined;

/** Read `SECONDS.MMM:SERIAL`. */
function readStamp(text: string): Stamp | undefined {
	if (text !== lastText) {
		lastStamp = parseStamp(text);
		lastText = text;
	}

	return lastStamp;
}

function parseStamp(text: string): Stamp | undefined {
	const dot = text.indexOf('.');
	const division = text.indexOf(':', dot);
	if (dot === -1 || division === -1) {
		return undefined;
	}

	const seconds = Number(text.slice(0, dot));
	const milliseconds = Number(text.slice(dot + 1, division));
	const serial = text.slice(division + 1);
	const isGood = dot > 0 && division > dot + 1 && Number.isSafeInteger(seconds) && seconds >= 0 && seconds < mostSeconds
		&& Number.isSafeInteger(milliseconds) && milliseconds >= 0 && milliseconds < 1000 && isSerial(serial);
	return isGood ? {seconds, milliseconds, serial} : undefined;
}

function isSerial(serial: string): boolean {
	return serial.length <= 20 && /^\d+$/v.test(serial);
}

const space = 0x20;
const colon = 0x3A;
const mostSeconds = 8_639_999_900_000; // A day before the last instant a date can hold, so that a zone's offset can be added.
