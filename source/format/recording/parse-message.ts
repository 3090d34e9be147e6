import {decodePayload, largestPositionMs} from './decode.ts';
import type {DecodedPayload} from './decode.ts';
import {FormatError} from './format-error.ts';
import type {FormatErrorCode, FormatLocation} from './format-error.ts';
import type {Message, MessageHead} from './message.ts';
import {parseJsonObject} from './parse-json.ts';
import {printFound} from './print-found.ts';
import {parseRecorderFacts} from './recorder-facts.ts';

/**
Read one line of a recording: tlog's message format, versions 1 to 2.x, fields in any order, unknown ones ignored.

More lenient than tlog in two places: an integer `time` is read, and so is an integer written as `1.0`.

@param line - without its line feed.
@param location - file and line, for the error.
@throws {FormatError} when anything in the line is not what the format says; code, field, what was found and what was expected are in it.
@see tlog `doc/log_format.md`
*/
export function parseMessage(line: string, location: FormatLocation = {}): Message {
	const {message, fault} = salvageMessage(line, location);
	if (fault !== undefined) {
		throw fault;
	}

	return message;
}

/**
Read one line of a recording as far as it is good: a fault in its events comes back beside the packets before it.

@throws {FormatError} as `parseMessage`, for a fault in any other field.
*/
export function salvageMessage(line: string, location: FormatLocation = {}): {readonly message: Message; readonly fault: DecodedPayload['fault']} {
	const {head, payload} = readFields(parseJsonObject(line, location), location);
	const {packets, fault} = decodePayload(payload, location);
	return {message: {...head, packets}, fault};
}

/**
Read all of a message but its events, whose fields have to be there.

@param object - the line, parsed as JSON.
@param location - file and line, for the error.
@throws {FormatError} as `parseMessage`, for a fault in any field but the events.
*/
export function parseMessageHead(object: Readonly<Record<string, unknown>>, location: FormatLocation = {}): MessageHead {
	return readFields(object, location).head;
}

function readFields(object: Readonly<Record<string, unknown>>, location: FormatLocation): {readonly head: MessageHead; readonly payload: Parameters<typeof decodePayload>[0]} {
	const fields = new Fields(object, location);
	const positionMs = fields.integer('pos', 'position', 0, largestPositionMs);
	return {
		head: {
			version: fields.version(),
			host: fields.text('host'),
			rec: fields.optionalText('rec'),
			user: fields.text('user'),
			term: fields.text('term'),
			session: fields.integer('session', 'session', 1, largestSession),
			id: fields.integer('id', 'id', 0, Number.MAX_SAFE_INTEGER),
			positionMs,
			at: fields.wallClock(),
			exit: fields.exit(),
			recorder: parseRecorderFacts(object),
		},
		payload: {
			positionMs,
			timing: fields.text('timing'),
			inText: fields.optionalText('in_txt') ?? '',
			inBinary: fields.array('in_bin'),
			outText: fields.optionalText('out_txt') ?? '',
			outBinary: fields.array('out_bin'),
		},
	};
}

const largestSession = 4_294_967_295; // Unsigned 32 bits; this one means unset.
const largestSeconds = 8_640_000_000_000; // The last second of ECMAScript's dates; anything later could not be shown.

class Fields {
	readonly #fields: Readonly<Record<string, unknown>>;
	readonly #location: FormatLocation;

	constructor(fields: Readonly<Record<string, unknown>>, location: FormatLocation) {
		this.#fields = fields;
		this.#location = location;
	}

	#required(field: string): unknown {
		const found = this.#fields[field];
		return found === undefined ? this.#refuse('field-missing', field, 'it in every message') : found;
	}

	#refuse(code: FormatErrorCode, field: string, expected: string): never {
		const problem = code === 'field-missing' ? 'is missing' : `is not valid: found ${printFound(this.#fields[field])}`;
		throw new FormatError(code, {...this.#location, field}, `${problem}, expected ${expected}`);
	}

	text(field: string): string {
		const found = this.#required(field);
		return typeof found === 'string' ? found : this.#refuse('field-type', field, 'a string');
	}

	optionalText(field: string): string | undefined {
		return this.#fields[field] === undefined ? undefined : this.text(field);
	}

	array(field: string): readonly unknown[] {
		const found = this.#required(field);
		return Array.isArray(found) ? found : this.#refuse('field-type', field, 'an array');
	}

	integer(field: string, code: FormatErrorCode, smallest: number, largest: number): number {
		const found = this.#required(field);
		if (typeof found !== 'number' || Math.trunc(found) !== found) {
			return this.#refuse('field-type', field, 'an integer');
		}

		return found >= smallest && found <= largest ? found : this.#refuse(code, field, `${smallest} to ${largest}`);
	}

	/** A string since version 2, a number in version 1. */
	version(): string {
		const found = this.#required('ver');
		if (typeof found !== 'string' && !Number.isSafeInteger(found)) {
			return this.#refuse('field-type', 'ver', 'a string or an integer');
		}

		const version = String(found);
		return /^0*[012](?:\.\d+)?$/v.test(version) ? version : this.#refuse('version', 'ver', '1 to 2.x; a newer version of this program may read it');
	}

	/** Epoch milliseconds. */
	wallClock(): number | undefined {
		const found = this.#fields.time;
		if (found === undefined) {
			return undefined;
		}

		if (typeof found !== 'number') {
			return this.#refuse('field-type', 'time', 'a number of seconds');
		}

		return found >= 0 && found <= largestSeconds ? Math.round(found * 1000) : this.#refuse('time', 'time', `0 to ${largestSeconds} seconds`);
	}

	/** A field of ours that tlog does not know: of any other type it is some other program's, hence nothing to us. */
	exit(): string | undefined {
		const found = this.#fields.exit;
		return typeof found === 'string' ? found : undefined;
	}
}
