import {parsePosition as readPosition, writePosition} from '../format/position.ts';
import {UserError} from '../user-error.ts';
import type {SessionKey} from './store.ts';

/** What an address names: a recording, perhaps a place in it. `host` is `undefined` when only the recording was written. */
export type Address = {
	readonly host: string | undefined;
	readonly rec: string;
	/** Milliseconds since the recording's start, `end`, or `undefined` when none was written. */
	readonly position: number | 'end' | undefined;
};

/**
Read `HOST/REC[@POSITION]`, or `REC[@POSITION]` when the host is not told.

Hosts are percent-encoded; `-` is the unknown host. REC may be written without its boot id.

@param text - e.g. `web1/39d-1c81a@12:04`.
@throws {UserError} telling what was expected.
*/
export function parseAddress(text: string): Address {
	const at = text.lastIndexOf('@');
	const name = at === -1 ? text : text.slice(0, at);
	const slash = name.indexOf('/');
	const rec = decodeName(text, name.slice(slash + 1));
	const host = slash === -1 ? undefined : decodeName(text, name.slice(0, slash));
	if (rec === '' || host === '') {
		throw new UserError(`"${text}" is not an address: expected HOST/REC[@POSITION], e.g. web1/39d-1c81a@12:04`);
	}

	return {host, rec, position: at === -1 ? undefined : parsePosition(text.slice(at + 1))};
}

/** The full address of a recording: what `parseAddress` reads back. */
export function printAddress({host, rec}: SessionKey, position?: number | 'end'): string {
	const place = position === undefined ? '' : `@${position === 'end' ? 'end' : printPosition(position)}`;
	return `${encodeName(host)}/${encodeName(rec)}${place}`;
}

/**
Read what stands behind the `@`: `90` (seconds), `12:04`, `1:02:30.5`, `12:04.417`, or `end`.

@returns Whole milliseconds since the recording's start.
*/
export function parsePosition(text: string): number | 'end' {
	const position = text === 'end' ? 'end' : readPosition(text);
	if (position === undefined) {
		throw new UserError(`"${text}" is not a position: expected seconds or a clock since the start, e.g. 90, 12:04, 1:02:30.5, or end`);
	}

	return position;
}

/** Print a position the shortest way that `parsePosition` reads back to the same millisecond: `12:04`, `12:04.417`, `1:02:30.5`. */
export function printPosition(positionMs: number): string {
	return writePosition(positionMs, true).replace(/\.?0{1,3}$/v, '');
}

/** A tlog recording id (`BOOT-PID-START`) without its boot id; any other id as it is. */
export function shortenRec(rec: string): string {
	return /^[^\-]+-(?<short>[\da-f]+-[\da-f]+)$/iv.exec(rec)?.groups?.short ?? rec;
}

/** Everything but what a shell, a path and a URL leave alone is percent-encoded. */
function encodeName(name: string): string {
	return encodeURIComponent(name.toWellFormed()).replaceAll(/[!'\(\)*~]/gv, sign => `%${sign.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`);
}

function decodeName(address: string, name: string): string {
	try {
		return decodeURIComponent(name);
	} catch (error) {
		throw new UserError(`"${address}" is not an address: "${name}" has a percent sign that is not followed by two hex digits of UTF-8 (write %25 for the sign itself)`, {cause: error});
	}
}
