import type {SQLOutputValue} from 'node:sqlite';
import {StoreError} from '../store-error.ts';

/** One row as SQLite gives it; the readers below turn its columns into what the schema promises. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

export function readNumber(row: Row, column: string): number {
	const value = row[column];
	return typeof value === 'number' ? value : refuse(column, value, 'a number');
}

export function readText(row: Row, column: string): string {
	const value = row[column];
	return typeof value === 'string' ? value : refuse(column, value, 'a text');
}

export function readBytes(row: Row, column: string): Uint8Array {
	const value = row[column];
	return value instanceof Uint8Array ? value : refuse(column, value, 'bytes');
}

export function readOptionalNumber(row: Row, column: string): number | undefined {
	return row[column] === null ? undefined : readNumber(row, column);
}

export function readOptionalText(row: Row, column: string): string | undefined {
	return row[column] === null ? undefined : readText(row, column);
}

/** Strict tables hold what they declare, so this is a file somebody else wrote into. */
function refuse(column: string, value: SQLOutputValue | undefined, expected: string): never {
	const found = value === undefined ? 'nothing' : `a ${typeof value}`;
	throw new StoreError(`the store is damaged: column "${column}" holds ${found}, expected ${expected}; restore it from a copy or import the recordings again`);
}
