import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import type {RecordingHeader} from '../source/format/recording/message.ts';

const noSession = 4_294_967_295;

/** A local resolver answers in a few milliseconds; a dead one must not hold a login up. */
const resolverPatienceMs = 50;

/**
What every message of a recording made by this process repeats, the way tlog fills it.

@param term - the user's `TERM`, empty when unset.
*/
export function readIdentity(term: string): RecordingHeader {
	return {
		host: readHost(os.hostname()),
		rec: readRecordingId(),
		user: readUser(),
		term,
		session: readSession(),
	};
}

/** The canonical name of this host. `/etc/hosts` comes before the resolver; where nothing answers in time the plain host name stands. */
export function readHost(name: string): string {
	return findInHosts(name, readText('/etc/hosts')) ?? (name.includes('.') ? name : askResolver(name));
}

/** The first name on the line that lists `name` is the canonical one (man 5 hosts). */
export function findInHosts(name: string, hosts: string): string | undefined {
	return hosts.split('\n')
		.map(line => line.replace(/#.*/v, '').trim().split(/\s+/v).slice(1))
		.find(names => names.includes(name))?.[0];
}

/** Node's `dns` does not give the canonical name of `getaddrinfo`, `getent` does: `127.0.0.1 STREAM web-1.example.org`. */
function askResolver(name: string): string {
	const {stdout} = spawnSync('getent', ['ahosts', name], {timeout: resolverPatienceMs, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
	return /^\S+\s+STREAM\s+(?<canonical>\S+)/v.exec(stdout ?? '')?.groups?.canonical ?? name; // No answer, no `getent`: the host's own name is the best there is.
}

/** Unique on this host: boot id, process id and its start in clock ticks since boot, as tlog forms it. */
function readRecordingId(): string {
	const boot = readText('/proc/sys/kernel/random/boot_id').trim().replaceAll('-', '');
	return `${boot}-${process.pid.toString(16)}-${BigInt(readStatField(readText('/proc/self/stat'), 22)).toString(16)}`;
}

/**
Read one field of `/proc/PID/stat`.

@param stat - the file's text.
@param field - counted from 1 (man 5 proc_pid_stat), from 3 on; the second, the program's name, may hold blanks and brackets.
*/
export function readStatField(stat: string, field: number): string {
	return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[field - 3] ?? '0';
}

function readUser(): string {
	try {
		return os.userInfo().username;
	} catch {
		// A user without an entry in the user database.
		return String(process.getuid?.() ?? '');
	}
}

function readSession(): number {
	const session = Number(readText('/proc/self/sessionid'));
	return Number.isSafeInteger(session) && session > 0 ? session : noSession;
}

/** The file's text; empty where the system does not have it (a kernel without audit, a bare container). */
function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
