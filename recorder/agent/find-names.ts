import {execFile} from 'node:child_process';
import os from 'node:os';
import {readHost} from '../identity.ts';
import type {Names} from './settle-begun.ts';

/** A directory server may take its time; the sessions wait in the spool meanwhile. */
const patienceMs = 5000;

/** Ask the host, each name once. `getent` asks whatever the host is set up to ask: files, SSSD, LDAP. */
export function createNames(): Names {
	const users = new Map<number, Promise<string>>();
	const own = os.hostname();
	let host: string | undefined;

	return {
		findHost(name) {
			if (name !== own && name !== '') {
				return name; // The host has been renamed since.
			}

			host ??= readHost(own);
			return host;
		},
		async findUser(userId) {
			const found = users.get(userId) ?? findUser(userId);
			users.set(userId, found);
			const name = await found;
			if (name === String(userId)) {
				users.delete(userId); // Nobody knew him now; the directory may be back for his next session.
			}

			return name;
		},
	};
}

async function findUser(userId: number): Promise<string> {
	const {promise, resolve} = Promise.withResolvers<string>();
	execFile('getent', ['passwd', String(userId)], {timeout: patienceMs, encoding: 'utf8'}, (_, stdout) => {
		resolve(/^(?<name>[^:]+):/v.exec(stdout)?.groups?.name ?? String(userId)); // Removed since, or the directory does not answer.
	});
	return promise;
}
