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
Read a position: `90` (seconds), `12:04`, `1:02:30.5`, `12:04.417`, or `end`.

@returns Whole milliseconds since the recording's start.
*/
export function parsePosition(text: string): number | 'end' {
	if (text === 'end') {
		return 'end';
	}

	const found = /^(?:(?:(?<hours>\d{1,5}):)?(?<minutes>\d{1,5}):)?(?<seconds>\d{1,9})(?:\.(?<fraction>\d{1,9}))?$/v.exec(text)?.groups;
	if (found === undefined) {
		throw new UserError(`"${text}" is not a position: expected seconds or a clock since the start, e.g. 90, 12:04, 1:02:30.5, or end`);
	}

	const {hours = '0', minutes = '0', seconds = '0', fraction = '0'} = found;
	return (Number(hours) * 3_600_000) + (Number(minutes) * 60_000) + (Number(seconds) * 1000) + Math.round(Number(`0.${fraction}`) * 1000);
}

/** Print a position the shortest way that `parsePosition` reads back to the same millisecond: `12:04`, `12:04.417`, `1:02:30.5`. */
export function printPosition(positionMs: number): string {
	const whole = Math.max(0, Math.round(positionMs));
	const [hours, minutes, seconds, milliseconds] = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60, Math.floor(whole / 1000) % 60, whole % 1000];
	const fraction = milliseconds === 0 ? '' : String(milliseconds / 1000).slice(1);
	const clock = hours === 0 ? `${minutes}:` : `${hours}:${padNumber(minutes, 2)}:`;
	return `${clock}${padNumber(seconds, 2)}${fraction}`;
}

/** A tlog recording id (`BOOT-PID-START`) without its boot id; any other id as it is. */
export function shortenRec(rec: string): string {
	return /^[^\-]+-(?<short>[\da-f]+-[\da-f]+)$/iv.exec(rec)?.groups?.short ?? rec;
}

function padNumber(value: number, width: number): string {
	return String(value).padStart(width, '0');
}

/** Everything but what a shell, a path and a URL leave alone is percent-encoded. */
function encodeName(name: string): string {
	return encodeURIComponent(name.toWellFormed()).replaceAll(/[!'\(\)*]/gv, sign => `%${sign.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`);
}

function decodeName(address: string, name: string): string {
	try {
		return decodeURIComponent(name);
	} catch (error) {
		throw new UserError(`"${address}" is not an address: "${name}" has a percent sign that is not followed by two hex digits of UTF-8 (write %25 for the sign itself)`, {cause: error});
	}
}
