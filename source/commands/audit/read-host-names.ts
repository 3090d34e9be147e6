import {readFileSync} from 'node:fs';
import type {HostNames} from '../../format/audit/interpret/host-names.ts';
import {UserError} from '../../user-error.ts';

/**
Read the names of users and groups.

@throws {UserError} when a file cannot be read.
*/
export function readHostNames(passwdFile: string, groupFile: string): HostNames {
	const users = readNames(passwdFile);
	const groups = readNames(groupFile);
	return {findUser: id => users.get(id), findGroup: id => groups.get(id)};
}

/** Both files have the name first and the id third. The first line of an id has its name. */
function readNames(file: string): ReadonlyMap<number, string> {
	const names = new Map<number, string>();
	for (const line of readText(file).split('\n')) {
		const [name = '', , id = ''] = line.split(':', 3);
		if (/^\d{1,10}$/v.test(id) && !names.has(Number(id))) {
			names.set(Number(id), name);
		}
	}

	return names;
}

function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new UserError(`audit: ${file} cannot be read: ${(error as Error).message}`, {cause: error});
	}
}
