import {Buffer} from 'node:buffer';
import {RecorderError} from '../errors.ts';

/** Reads a value of unknown shape. */
export type Read<Value> = (value: unknown, place: string) => Value;

/** The entries of an object, each read by `read`. */
export function readRecord<Value>(read: Read<Value>): Read<Readonly<Record<string, Value>>> {
	return (value, place) => Object.fromEntries(Object.entries(readObject(value, place)).map(([key, each]) => [key, read(each, `${place}.${key}`)]));
}

export function readList<Value>(read: Read<Value>): Read<readonly Value[]> {
	return (value, place) => {
		if (!Array.isArray(value)) {
			return refuse(value, place, 'a list');
		}

		return value.map((each: unknown, index) => read(each, `${place}[${index}]`));
	};
}

/** An object with exactly these fields; what is optional may be absent. */
export function readShape<Shape extends object>(fields: {readonly [Key in keyof Shape]: Read<Shape[Key]>}): Read<Shape> {
	return (value, place) => {
		const found = readObject(value, place);
		const read = Object.entries<Read<unknown>>(fields).map(([key, readField]) => [key, readField(found[key], `${place}.${key}`)]);
		return Object.fromEntries(read) as Shape; // Each field of the shape was read by its own reader.
	};
}

export function readOptional<Value>(read: Read<Value>): Read<Value | undefined> {
	return (value, place) => value === undefined ? undefined : read(value, place);
}

export function readObject(value: unknown, place: string): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Readonly<Record<string, unknown>> : refuse(value, place, 'an object'); // Its fields are unknown still.
}

export function readNumber(value: unknown, place: string): number {
	return typeof value === 'number' ? value : refuse(value, place, 'a number');
}

export function readText(value: unknown, place: string): string {
	return typeof value === 'string' ? value : refuse(value, place, 'a string');
}

export function readWord<Word extends string | boolean>(words: readonly Word[]): Read<Word> {
	return (value, place) => words.find(word => word === value) ?? refuse(value, place, words.map(word => JSON.stringify(word)).join(', '));
}

export const readFlag = readWord([true, false]);

/** Bytes as `printState` wraps them. */
export function readBytes(value: unknown, place: string): Uint8Array {
	return Uint8Array.from(Buffer.from(readText(readObject(value, place).base64, `${place}.base64`), 'base64'));
}

function refuse(value: unknown, place: string, expected: string): never {
	throw new RecorderError(`${place} is ${value === undefined ? 'missing' : (JSON.stringify(value) ?? 'nothing').slice(0, 60)}, expected ${expected}`);
}
