import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Variable that names the folder with `tlog-cases.json`; the data has other licences and stays outside the project. */
export const folderVariable = 'SCRIBERY_CONFORMANCE';

export type CasePacket = {
	/** Seconds and nanoseconds. */
	readonly t_ns: readonly [number, number];
	readonly type: 'input' | 'output' | 'window';
	readonly hex?: string;
	readonly width?: number;
	readonly height?: number;
};

export type ReadOperation =
	| {readonly op: 'loc'; readonly line: number}
	| {readonly op: 'read'; readonly rc: string; readonly pkt?: CasePacket | null; readonly object?: unknown};

export type WriteOperation = {readonly op: 'write' | 'flush' | 'cut' | 'empty'; readonly pkt?: CasePacket; readonly hex?: string};

export type Writing = {
	readonly payload: number;
	readonly host: string;
	readonly rec: string;
	readonly user: string;
	readonly term: string;
	readonly session: number;
	readonly ops: readonly WriteOperation[];
};

type Named = {readonly n: number; readonly name: string; readonly lossy?: boolean};
type RunState = {readonly in_hex: string; readonly space: number; readonly len_before: number; readonly run_before: number; readonly fit: boolean};

export type Cases = {
	readonly source: Named & {readonly input_hex: string; readonly ops: readonly ReadOperation[]};
	readonly line_reader: Named & {readonly input_hex: string; readonly ops: readonly ReadOperation[]};
	readonly sink: Named & Writing & {readonly expect_hex: string};
	readonly roundtrip: Named & {readonly write: Writing; readonly read: {readonly ops: readonly ReadOperation[]}};
	readonly escape: Named & {readonly in_hex: string; readonly space: number; readonly needed: number; readonly out_hex: string};
	readonly enc_txt: Named & RunState;
	readonly enc_bin: Named & RunState;
	readonly stream: Named & {readonly ops: readonly WriteOperation[]; readonly txt_hex: string; readonly bin_text_hex: string; readonly timing_hex: string};
	readonly timestr: Named & {readonly in: string; readonly ok: boolean; readonly sec?: string; readonly nsec?: number};
};

/** Read the cases of one kind; `undefined` when the variable is not set. */
export function readCases<Kind extends keyof Cases>(kind: Kind): ReadonlyArray<Cases[Kind]> | undefined {
	const folder = process.env[folderVariable];
	if (folder === undefined || folder === '') {
		return undefined;
	}

	const {cases} = JSON.parse(readFileSync(path.join(folder, 'tlog-cases.json'), 'utf8')) as {readonly cases: ReadonlyArray<Cases[Kind] & {readonly kind: string}>};
	return cases.filter(each => each.kind === kind);
}

export function fromHex(hex: string): Uint8Array {
	return new Uint8Array(Buffer.from(hex, 'hex'));
}

export function toMs([seconds, nanoseconds]: readonly [number, number]): number {
	return (seconds * 1000) + (nanoseconds / 1_000_000);
}
