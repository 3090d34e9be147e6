import {parseLine} from '../../source/format/audit/line/parse-line.ts';
import {readRawLine, showRawLine} from '../../source/format/audit/shipped/raw-line.ts';
import type {RawLine} from '../../source/format/audit/shipped/raw-line.ts';

/** A line that is an audit record, as far as it must be known to ship it. */
export type RawRecord = {
	readonly line: RawLine;
	/** The same for all records of an event: time and serial, with the node that wrote it. */
	readonly key: string;
	/** Epoch milliseconds. */
	readonly at: number;
	readonly serial: string;
	readonly type: number | undefined;
	readonly session: number | undefined;
};

type NoRecord = {readonly line: RawLine; readonly reason: string};

/** Read a line; one that is no record with the reason, a blank one as `undefined`. */
export function readRecord(bytes: Uint8Array): RawRecord | NoRecord | undefined {
	return readRecordLine(readRawLine(bytes));
}

export function readRecordLine(line: RawLine): RawRecord | NoRecord | undefined {
	const parsed = parseLine(showRawLine(line));
	if ('reason' in parsed) {
		return parsed.text.trim() === '' ? undefined : {line, reason: parsed.reason};
	}

	const {node = '', seconds, milliseconds, serial, type, text, bodyStart} = parsed;
	const at = (seconds * 1000) + milliseconds;
	return {line, key: keyOf(node, at, serial), at, serial, type: type.number, session: findSession(text, bodyStart)};
}

function keyOf(node: string, at: number, serial: string): string {
	return node === '' ? `${at}:${serial}` : `${at}:${serial} ${node}`;
}

/** Before `msg='`, where programs write what they like. */
function findSession(text: string, bodyStart: number): number | undefined {
	const found = text.indexOf(' ses=', bodyStart);
	const message = text.indexOf(' msg=\'', bodyStart);
	if (found === -1 || (message !== -1 && message < found)) {
		return undefined;
	}

	const digits = /^\d{1,10}(?![^ ])/v.exec(text.slice(found + 5, found + 16))?.[0];
	return digits === undefined || Number(digits) >= unsetSession ? undefined : Number(digits);
}

const unsetSession = 4_294_967_295;
