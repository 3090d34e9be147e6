import {readFileSync} from 'node:fs';
import {userInfo} from 'node:os';
import process from 'node:process';

/** What the kernel gives a process that no login started: (uint32) -1. */
const noLogin = 4_294_967_295;

/**
Who looks: the name of the user this process runs as and, where it is another, the user who logged in.

The kernel keeps the login uid through `sudo` and `su`. Environment variables are not asked: they say what one likes.

@see audit_getloginuid(3)
*/
export function nameViewer(): string {
	return describeViewer({name: readName(), uid: process.getuid?.() ?? -1, loginUid: readLoginUid()});
}

export function describeViewer({name, uid, loginUid}: {readonly name: string | undefined; readonly uid: number; readonly loginUid: number | undefined}): string {
	const shown = name ?? `uid ${uid}`;
	return [undefined, noLogin, uid].includes(loginUid) ? shown : `${shown} (login uid ${loginUid})`;
}

function readName(): string | undefined {
	try {
		return userInfo().username;
	} catch {
		// A uid without an entry in the user database.
		return undefined;
	}
}

/** `undefined` where the kernel has no audit support. */
function readLoginUid(): number | undefined {
	try {
		return Number(readFileSync('/proc/self/loginuid', 'utf8'));
	} catch {
		return undefined;
	}
}
