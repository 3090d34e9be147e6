import {readdirSync, readFileSync, readlinkSync} from 'node:fs';
import path from 'node:path';
import {readStatField} from '../identity.ts';
import type {HostFacts} from './host-facts.ts';

/** Find the sessions that SSSD wanted recorded and that sshd gave their own shell: the handed-over shell is in their environment, a terminal is theirs, sshd started them, and they are no recorder. `proc` is `/proc`. */
export function readMissed(proc: string): HostFacts['missed'] {
	return listProcesses(proc).flatMap(id => {
		const folder = path.join(proc, id);
		try {
			const stat = readFileSync(path.join(folder, 'stat'), 'utf8');
			const parent = readFileSync(path.join(proc, readStatField(stat, parentField), 'comm'), 'utf8').trim();
			if (!parent.startsWith('sshd') || readStatField(stat, terminalField) === '0' || readFileSync(path.join(folder, 'environ'), 'latin1').split('\0').every(entry => !entry.startsWith('TLOG_REC_SESSION_SHELL='))) {
				return [];
			}

			const program = readlinkSync(path.join(folder, 'exe'));
			return /\/(?:scribery-session|tlog-rec-session|sshd[^\/]*)(?: \(deleted\))?$/v.test(program) ? [] : [{processId: Number(id), program}];
		} catch {
			return []; // It has ended meanwhile, or is none of ours to see.
		}
	});
}

/** Of `/proc/PID/stat` (man 5 proc_pid_stat). */
const parentField = 4;
const terminalField = 7;

function listProcesses(proc: string): readonly string[] {
	try {
		return readdirSync(proc).filter(name => /^\d+$/v.test(name));
	} catch {
		return []; // The files of another host, without its processes.
	}
}
