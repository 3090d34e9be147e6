import type {NewEvent} from '../../source/store/store.ts';
import {bootId} from './make-message.ts';

/** Where `makeMessage`'s recording begins. */
export const recordedAt = Date.UTC(2026, 10, 23, 10, 0, 0);

type EventFacts = Partial<NewEvent> & {
	readonly argv?: readonly string[];
	readonly uid?: number;
	readonly sinceMs?: number;
};

/** A program that was begun in the session of `makeMessage`, as the kernel tells it; `sinceMs` counts from the recording's begin. */
export function makeCommand({argv = ['ls', '-l'], uid = 20_001, sinceMs = 0, ...facts}: EventFacts = {}): NewEvent {
	const {at, serial, auditSession} = {at: recordedAt + sinceMs, serial: String(100 + Math.round(sinceMs / 10)), auditSession: 69, ...facts};
	const stamp = stampOf(at, serial);
	const words = argv.map((word, index) => `a${index}=${JSON.stringify(word)}`).join(' ');
	const lines = [
		`type=SYSCALL msg=${stamp} arch=c000003e syscall=59 success=yes exit=0 a0=1 a1=2 a2=3 a3=4 items=2 ppid=15 pid=16 auid=20001 uid=${uid} gid=0 euid=${uid} suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=pts2 ses=${auditSession} comm="${argv[0] ?? ''}" exe="/usr/bin/${argv[0] ?? ''}" key="rec_exec"`,
		`type=EXECVE msg=${stamp} argc=${argv.length} ${words}`,
		`type=CWD msg=${stamp} cwd="/etc"`,
		`type=PATH msg=${stamp} item=0 name="/usr/bin/${argv[0] ?? ''}" inode=1 dev=08:01 mode=0100755 ouid=0 ogid=0 rdev=00:00 nametype=NORMAL`,
		`type=PROCTITLE msg=${stamp} proctitle="${argv[0] ?? ''}"`,
	];
	return {host: 'web1', boot: bootId, at, serial, auditSession, lines, ...facts};
}

/** A file that was opened; `flags` as the kernel prints them, `241` to write and make it. */
export function makeOpening({path = '/etc/passwd', flags = '0', sinceMs = 0, ...facts}: EventFacts & {readonly path?: string; readonly flags?: string} = {}): NewEvent {
	const {at, serial} = {at: recordedAt + sinceMs, serial: String(100_000 + sinceMs), ...facts};
	const stamp = stampOf(at, serial);
	const lines = [
		`type=SYSCALL msg=${stamp} arch=c000003e syscall=257 success=yes exit=3 a0=ffffff9c a1=2 a2=${flags} a3=0 items=1 ppid=15 pid=17 auid=20001 uid=20001 euid=20001 tty=pts2 ses=69 comm="cat" exe="/usr/bin/cat" key="rec_file"`,
		`type=CWD msg=${stamp} cwd="/etc"`,
		`type=PATH msg=${stamp} item=0 name="${path}" inode=1 dev=08:01 mode=0100644 ouid=0 ogid=0 rdev=00:00 nametype=NORMAL`,
		`type=PROCTITLE msg=${stamp} proctitle="cat"`,
	];
	return {host: 'web1', boot: bootId, at, serial, auditSession: 69, lines, ...facts};
}

/** A connection to 10.0.0.5, port 443. */
export function makeConnection({sinceMs = 0, ...facts}: EventFacts = {}): NewEvent {
	const {at, serial} = {at: recordedAt + sinceMs, serial: String(200_000 + sinceMs), ...facts};
	const stamp = stampOf(at, serial);
	const lines = [
		`type=SYSCALL msg=${stamp} arch=c000003e syscall=42 success=yes exit=0 a0=3 a1=2 a2=10 a3=0 items=0 ppid=15 pid=18 auid=20001 uid=20001 euid=20001 tty=pts2 ses=69 comm="curl" exe="/usr/bin/curl" key="rec_net"`,
		`type=SOCKADDR msg=${stamp} saddr=020001BB0A0000050000000000000000`,
		`type=PROCTITLE msg=${stamp} proctitle="curl"`,
	];
	return {host: 'web1', boot: bootId, at, serial, auditSession: 69, lines, ...facts};
}

function stampOf(at: number, serial: string): string {
	return `audit(${(at / 1000).toFixed(3)}:${serial}):`;
}
