import {Buffer} from 'node:buffer';
import type {AgentState, JournalEntry} from './state.ts';

/** As one line of JSON; bytes as `{"base64": …}`. `parse-state.ts` reads it. */
export function printState(state: AgentState): string {
	return `${JSON.stringify(wrapBytes({version: 1, ...state}))}\n`;
}

/** As a line of the journal. */
export function printJournalEntry(entry: JournalEntry): string {
	return `${JSON.stringify(wrapBytes(entry))}\n`;
}

function wrapBytes(value: unknown): unknown {
	if (value instanceof Uint8Array) {
		return {base64: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')};
	}

	if (Array.isArray(value)) {
		return value.map(each => wrapBytes(each));
	}

	return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wrapBytes(each)])) : value;
}
