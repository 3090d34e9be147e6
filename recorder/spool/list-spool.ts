import {readdirSync} from 'node:fs';
import path from 'node:path';
import {parseSpoolName} from './spool-file.ts';
import type {SpoolFile} from './spool-file.ts';

/**
All segments in the spool, in no order. What has another name, and what is no folder of a user, is passed over.

@throws when the spool itself cannot be read; a user's folder that cannot be is told to `onFault`.
*/
export function listSpool(spool: string, onFault: (folder: string, fault: unknown) => void): SpoolFile[] {
	return listUsers(spool).flatMap(user => listUser(spool, user, onFault));
}

/** The names of the users' folders. */
export function listUsers(spool: string): string[] {
	return readdirSync(spool, {withFileTypes: true}).filter(entry => entry.isDirectory() && /^\d{1,10}$/v.test(entry.name)).map(({name}) => name);
}

export function listUser(spool: string, user: string, onFault: (folder: string, fault: unknown) => void): SpoolFile[] {
	const folder = path.join(spool, user);
	try {
		return readdirSync(folder, {withFileTypes: true}).filter(entry => entry.isFile()).flatMap(({name}) => parseSpoolName(`${user}/${name}`) ?? []);
	} catch (error) {
		onFault(folder, error);
		return [];
	}
}
