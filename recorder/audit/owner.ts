import {mkdirSync, statSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {RecorderError} from '../errors.ts';
import {auditFolder} from './audit-segments.ts';

/** Root's rights, given up but for a moment. */
export type Owner = {
	/** The folder for audit events. */
	readonly folder: string;
	/** Do at once, as root, what only root may. */
	readonly asRoot: <Value>(act: () => Value) => Value;
};

/**
Become the owner of the spool, as whom the agent runs, and make the folder for audit events: whoever may write there must not lead root astray.

@throws {RecorderError} when there is no spool.
*/
export function becomeOwner(spool: string): Owner {
	const {uid, gid} = statSpool(spool);
	const isRoot = process.getuid?.() === 0 && uid !== 0;
	if (isRoot) {
		process.setgroups?.([]);
		process.setegid?.(gid);
		process.seteuid?.(uid);
	}

	const folder = path.join(spool, auditFolder);
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
	} catch (error) {
		throw new RecorderError(`${folder}: it cannot be made: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}

	return {
		folder,
		asRoot(act) {
			if (!isRoot) {
				return act();
			}

			process.seteuid?.(0);
			try {
				return act();
			} finally {
				process.seteuid?.(uid);
			}
		},
	};
}

function statSpool(spool: string): {readonly uid: number; readonly gid: number} {
	try {
		return statSync(spool);
	} catch (error) {
		throw new RecorderError(`${spool}: the spool is not there: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
	}
}
