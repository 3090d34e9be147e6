import {readdirSync} from 'node:fs';
import path from 'node:path';

/** The folder of the spool that audit events go to: `AUDIT/FIRST.jsonl`, named for the number of the first line. */
export const auditFolder = 'audit';

/** The newest segments are never removed: by them a plugin that begins knows what was shipped. */
export const keptSegments = 2;

/** The segments, in order, each by the number of its first line. An absent folder has none. */
export function listAuditSegments(folder: string): readonly number[] {
	return readNames(folder).flatMap(name => {
		const number = /^(?<number>\d{1,16})\.jsonl$/v.exec(name)?.groups?.number;
		return number === undefined ? [] : [Number(number)];
	}).toSorted((a, b) => a - b);
}

export function locateAuditSegment(folder: string, segment: number): string {
	return path.join(folder, `${segment}.jsonl`);
}

function readNames(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') { // Node's own errors have a code.
			return [];
		}

		throw error;
	}
}
