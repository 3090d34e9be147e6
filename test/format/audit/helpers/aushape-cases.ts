import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Variable that names the folder with `aushape-cases.json`; the data has other licences and stays outside the project. */
export const folderVariable = 'SCRIBERY_CONFORMANCE';

export type AushapeCase = {
	readonly name: string;
	readonly options: {readonly argv: readonly string[]; readonly tz: string; readonly lang: 'json' | 'xml'};
	readonly input: string;
	readonly expected: {readonly exitCode: number; readonly text: string};
};

export type AushapeCases = {
	readonly users: Readonly<Record<string, number>>;
	readonly groups: Readonly<Record<string, number>>;
	readonly cases: readonly AushapeCase[];
};

/** `undefined` when the variable is not set. */
export function readAushapeCases(): AushapeCases | undefined {
	const folder = process.env[folderVariable];
	return folder === undefined || folder === '' ? undefined : JSON.parse(readFileSync(path.join(folder, 'aushape-cases.json'), 'utf8')) as AushapeCases;
}
