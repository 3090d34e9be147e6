import {readFileSync} from 'node:fs';
import process from 'node:process';
import {readStatField} from '../identity.ts';
import type {SpoolWriter} from './spool-file.ts';

const startField = 22;

/** Whether the process that a recording names may still write to it: in the boot that goes on now, by its id without dashes. Where that cannot be told (`/proc` hides others' processes) it may. */
export function isWriterAlive({bootId: writtenIn, processId, startTicks}: SpoolWriter, bootId: string): boolean {
	if (writtenIn !== bootId || !isThere(processId)) {
		return false;
	}

	const stat = readStat(processId);
	return stat === undefined || (stat.start === startTicks && stat.state !== 'Z' && stat.state !== 'X');
}

function isThere(processId: number): boolean {
	try {
		process.kill(processId, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ESRCH'; // EPERM: there is one, not ours. Node's own errors have a code.
	}
}

function readStat(processId: number): {readonly start: bigint; readonly state: string} | undefined {
	try {
		const stat = readFileSync(`/proc/${processId}/stat`, 'latin1');
		return {start: BigInt(readStatField(stat, startField)), state: readStatField(stat, 3)};
	} catch {
		return undefined; // Hidden from us, or gone this instant: the next look tells.
	}
}
