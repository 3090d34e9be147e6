import {FormatError} from '../recording/format-error.ts';
import type {FormatLocation} from '../recording/format-error.ts';
import {parseJson, parseJsonObject} from '../recording/parse-json.ts';
import {printFound} from '../recording/print-found.ts';
import type {AsciicastEvent, AsciicastHeader} from './asciicast.ts';

/** Reads the lines after an asciicast's header, in order. */
export type AsciicastParser = {
	/**
	Read one line.

	@returns The event; `undefined` for a comment (version 3).
	@throws {FormatError} `asciicast`, `json` or `incomplete-line`; the next line may be read.
	*/
	readonly parseEvent: (line: string, location?: FormatLocation) => AsciicastEvent | undefined;
};

/**
Read an asciicast's first line. Optional fields of a wrong type count as absent.

@param line - without its line feed.
@param location - file and line, for the error.
@throws {FormatError} `asciicast` for another version or no size, `json` or `incomplete-line` for no JSON object.
@see https://docs.asciinema.org/manual/asciicast/v3/
*/
export function parseAsciicastHeader(line: string, location: FormatLocation = {}): AsciicastHeader {
	const fields = parseJsonObject(line, location);
	const {version} = fields;
	if (version !== 2 && version !== 3) {
		throw new FormatError('asciicast', {...location, field: 'version'}, `is not known: found ${printFound(version)}, expected 2 or 3`);
	}

	const terminal = version === 3 ? toObject(fields.term) : fields;
	const environment = toObject(fields.env);
	const [columnsField, rowsField] = version === 3 ? ['cols', 'rows'] as const : ['width', 'height'] as const;
	const seconds = fields.timestamp;
	return {
		version,
		columns: readSize(terminal, columnsField, location),
		rows: readSize(terminal, rowsField, location),
		term: toText(version === 3 ? terminal.type : environment.TERM),
		startedAt: typeof seconds === 'number' && seconds >= 0 && seconds <= largestSeconds ? Math.round(seconds * 1000) : undefined,
		command: toText(fields.command),
		title: toText(fields.title),
		idleLimit: typeof fields.idle_time_limit === 'number' && fields.idle_time_limit > 0 ? fields.idle_time_limit : undefined,
	};
}

/** Make the parser of the event lines. Version 2 counts time from the start, version 3 from the event before. */
export function createAsciicastParser(version: AsciicastHeader['version']): AsciicastParser {
	let lastMicroseconds = 0;
	return {
		parseEvent(line, location = {}) {
			if (version === 3 && line.startsWith('#')) {
				return undefined;
			}

			const {seconds, code, data} = readEvent(line, location);
			const microseconds = Math.round(seconds * 1_000_000) + (version === 3 ? lastMicroseconds : 0);
			if (microseconds > largestEventSeconds * 1_000_000) {
				throw new FormatError('asciicast', location, `the event is too late: found ${microseconds / 1_000_000} seconds from the start, expected at most ${largestEventSeconds}`);
			}

			lastMicroseconds = microseconds;
			return {positionMs: microseconds / 1000, code, data};
		},
	};
}

const largestSize = 65_535; // Columns or rows.
const largestSeconds = 8_640_000_000_000; // The last second of ECMAScript's dates.
const largestEventSeconds = 2_147_483_647; // The last position that a recording may hold.

function readSize(fields: Readonly<Record<string, unknown>>, field: string, location: FormatLocation): number {
	const size = fields[field];
	if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0 || size > largestSize) {
		throw new FormatError('asciicast', {...location, field}, `is not a size: found ${printFound(size)}, expected 0 to ${largestSize}`);
	}

	return size;
}

function readEvent(line: string, location: FormatLocation): {readonly seconds: number; readonly code: string; readonly data: string} {
	const event = parseJson(line, location);
	if (!Array.isArray(event)) {
		throw new FormatError('asciicast', location, `found ${printFound(event)}, expected an event: [seconds, code, data]`);
	}

	const [seconds, code, data] = event as readonly unknown[]; // What JSON arrays hold is checked next.
	if (typeof seconds !== 'number' || !(seconds >= 0)) {
		throw new FormatError('asciicast', location, `the event's time is not valid: found ${printFound(seconds)}, expected seconds, 0 or more`);
	}

	if (typeof code !== 'string' || code === '' || typeof data !== 'string') {
		throw new FormatError('asciicast', location, `the event's code and data are not valid: found ${printFound(code)} and ${printFound(data)}, expected two strings, the first not empty`);
	}

	return {seconds, code, data};
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {}; // JSON has no other objects.
}

function toText(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}
