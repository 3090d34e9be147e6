import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {RecorderError} from '../errors.ts';
import {readStatField} from '../identity.ts';
import {isWriterAlive} from '../spool/is-writer-alive.ts';

const pauseMs = 100;

/**
Be the only one who writes to a spool of audit events; one who has it already is waited for.

@returns Gives it up.
@throws {RecorderError} when the other one goes on.
*/
export async function claimSpool(folder: string, bootId: string, patienceMs: number): Promise<() => void> {
	const file = path.join(folder, 'writer');
	for (let leftMs = patienceMs; !isClaimed(file, bootId); leftMs -= pauseMs) {
		if (leftMs <= 0) {
			throw new RecorderError(`${file}: process ${readFileSync(file, 'utf8').split(' ', 2)[1]} writes to this spool already: either auditd's plugin or "scribery audit follow --spool" does`);
		}

		await sleep(pauseMs);
	}

	return () => {
		rmSync(file, {force: true});
	};
}

function isClaimed(file: string, bootId: string): boolean {
	try {
		writeFileSync(file, `${bootId} ${process.pid} ${readStatField(readFileSync('/proc/self/stat', 'latin1'), 22)}\n`, {flag: 'wx', mode: 0o600});
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') { // Node's own errors have a code.
			throw error;
		}
	}

	if (!isOwnerAlive(file, bootId)) {
		rmSync(file, {force: true}); // It was killed.
	}

	return false;
}

function isOwnerAlive(file: string, bootId: string): boolean {
	try {
		const {boot = '', pid, start} = /^(?<boot>\w+) (?<pid>\d+) (?<start>\d+)\n$/v.exec(readFileSync(file, 'utf8'))?.groups ?? {};
		return pid !== undefined && start !== undefined && isWriterAlive({bootId: boot, processId: Number(pid), startTicks: BigInt(start)}, bootId);
	} catch {
		return false; // Given up this instant.
	}
}
