import {readFileSync} from 'node:fs';
import os from 'node:os';
import {RecorderError} from '../errors.ts';
import {readHost} from '../identity.ts';
import type {Origin} from './outgoing.ts';

/** The clock is set a little at the start of a boot. */
const slackMs = 2000;

/**
This host, named as in its recordings, and its boot: of what happened before, no boot is known.

@param nowAt - wall clock, epoch milliseconds.
@throws {RecorderError} without `/proc`.
*/
export function findOrigin(nowAt: number): Origin & {readonly bootId: string} {
	const bootId = readBootId();
	const bootAt = nowAt - (os.uptime() * 1000) - slackMs;
	return {host: readHost(os.hostname()), bootId, findBoot: at => at >= bootAt ? bootId : undefined};
}

/** Without dashes, as recordings have it. */
export function readBootId(): string {
	try {
		return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().replaceAll('-', '');
	} catch (error) {
		throw new RecorderError('The boot id cannot be read: /proc is needed', {cause: error});
	}
}
