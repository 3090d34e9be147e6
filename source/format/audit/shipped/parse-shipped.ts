import type {RawLine} from './raw-line.ts';
import {gapCauses} from './shipped.ts';
import type {Shipped, ShippedEvent, ShippedGap, ShippedText} from './shipped.ts';

/** Whether a line of JSON, parsed, is meant to be what `printShipped` prints, of whatever version. */
export function isShipped(value: unknown): boolean {
	return isObject(value) && value.audit !== undefined;
}

/**
Read what `printShipped` prints.

@param value - the line, parsed as JSON.
@returns It, or what is wrong with it.
*/
export function parseShipped(value: unknown): Shipped | {readonly fault: string} {
	try {
		return readShipped(readObject('it', value));
	} catch (error) {
		if (error instanceof UnreadableError) {
			return {fault: error.message};
		}

		throw error;
	}
}

type Fields = Readonly<Record<string, unknown>>;

class UnreadableError extends Error {}

function readShipped(fields: Fields): Shipped {
	if (fields.audit !== 1) {
		throw wrong('"audit"', fields.audit, '1');
	}

	const sent = {
		host: readText('"host"', fields.host),
		boot: readOptional(readText, '"boot"', fields.boot),
		at: readCount('"time"', fields.time),
		number: readOptional(readCount, '"n"', fields.n),
	};
	if (fields.gap !== undefined) {
		return {...sent, ...readGap(readObject('"gap"', fields.gap))};
	}

	return {...sent, ...fields.unread === undefined ? readEvent(fields) : readUnread(readObject('"unread"', fields.unread))};
}

type Own<Whole extends Shipped> = Omit<Whole, 'host' | 'boot' | 'at' | 'number'>;

function readEvent(fields: Fields): Own<ShippedEvent> {
	if (!Array.isArray(fields.lines) || fields.lines.length === 0) {
		throw wrong('"lines"', fields.lines, 'a list of lines');
	}

	return {
		type: 'event',
		serial: readSerial('"serial"', fields.serial),
		part: readOptional(readCount, '"part"', fields.part) ?? 1,
		session: readOptional(readCount, '"ses"', fields.ses),
		lines: fields.lines.map((line: unknown) => readLine('"lines"', line)),
	};
}

function readGap(fields: Fields): Own<ShippedGap> {
	const cause = gapCauses.find(each => each === fields.cause);
	if (cause === undefined) {
		throw wrong('"cause"', fields.cause, gapCauses.join(', '));
	}

	return {
		type: 'gap',
		cause,
		count: readOptional(readCount, '"count"', fields.count),
		first: readOptional(readSerial, '"first"', fields.first),
		last: readOptional(readSerial, '"last"', fields.last),
		text: readText('"text"', fields.text),
	};
}

function readUnread(fields: Fields): Own<ShippedText> {
	return {type: 'text', line: readLine('"line"', fields.line), reason: readText('"reason"', fields.reason), place: readCount('"place"', fields.place)};
}

function readLine(name: string, value: unknown): RawLine {
	if (typeof value === 'string') {
		return value;
	}

	const {hex} = readObject(name, value);
	if (typeof hex !== 'string' || hex.length % 2 !== 0 || !/^[\da-f]*$/v.test(hex)) {
		throw wrong(name, value, 'text, or {"hex": …}');
	}

	return Uint8Array.from({length: hex.length / 2}, (_, index) => Number.parseInt(hex.slice(2 * index, (2 * index) + 2), 16));
}

function readSerial(name: string, value: unknown): string {
	const serial = typeof value === 'number' ? String(value) : value;
	if (typeof serial !== 'string' || !/^\d{1,20}$/v.test(serial)) {
		throw wrong(name, value, 'a serial');
	}

	return serial;
}

function readText(name: string, value: unknown): string {
	if (typeof value !== 'string') {
		throw wrong(name, value, 'text');
	}

	return value;
}

function readCount(name: string, value: unknown): number {
	if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
		throw wrong(name, value, 'a whole number');
	}

	return value;
}

function readOptional<Value>(read: (name: string, value: unknown) => Value, name: string, value: unknown): Value | undefined {
	return value === undefined ? undefined : read(name, value);
}

function readObject(name: string, value: unknown): Fields {
	if (!isObject(value)) {
		throw wrong(name, value, 'an object');
	}

	return value;
}

function isObject(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(name: string, found: unknown, expected: string): UnreadableError {
	return new UnreadableError(found === undefined ? `${name} is missing, expected ${expected}` : `${name} is ${JSON.stringify(found).slice(0, 60)}, expected ${expected}`);
}
