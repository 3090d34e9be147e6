import {execFile} from 'node:child_process';
import os from 'node:os';
import {readHost} from '../identity.ts';
import type {Names} from './settle-begun.ts';

/** A directory server may take its time; the sessions wait in the spool meanwhile. */
const patienceMs = 5000;

/** So long a name holds: the number of a user who is removed may be given to another. */
const keptMs = 60_000;

/** Ask the host, each name once a minute at most. `getent` asks whatever the host is set up to ask: files, SSSD, LDAP. */
export function createNames(elapsedMs: () => number): Names {
	const users = new Map<number, {readonly name: Promise<string>; readonly askedMs: number}>();
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
			const known = users.get(userId);
			if (known !== undefined && elapsedMs() - known.askedMs < keptMs) {
				return known.name;
			}

			const name = findUser(userId, known?.name);
			users.set(userId, {name, askedMs: elapsedMs()});
			if (await name === String(userId)) {
				users.delete(userId); // Nobody knew him now; the directory may be back for his next session.
			}

			return name;
		},
	};
}

/** What he was called before holds where nobody knows him now: he is removed since, or the directory does not answer. */
async function findUser(userId: number, before: Promise<string> | undefined): Promise<string> {
	const {promise, resolve} = Promise.withResolvers<string>();
	execFile('getent', ['passwd', String(userId)], {timeout: patienceMs, encoding: 'utf8'}, (_, stdout) => {
		resolve(/^(?<name>[^:]+):/v.exec(stdout)?.groups?.name ?? before ?? String(userId));
	});
	return promise;
}
