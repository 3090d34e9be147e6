import {execFile} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Counts the records that the kernel lost: its `lost`, as `auditctl -s` tells it. */
export type KernelLosses = {
	/** Returns how many were lost since the last look, in an earlier life as well; `undefined` when nobody tells. */
	readonly look: () => Promise<number | undefined>;
};

/** Begin to count; the folder keeps what was counted already in this boot, with which the kernel's count begins. */
export function watchKernelLosses(folder: string, bootId: string): KernelLosses {
	const file = path.join(folder, 'lost');
	let known = readKnown(file, bootId);
	return {
		async look() {
			const status = await askStatus();
			const lost = /^lost (?<count>\d+)$/mv.exec(status)?.groups?.count;
			if (lost === undefined) {
				return undefined;
			}

			const before = Number(lost) < known ? 0 : known; // Reset meanwhile.
			if (Number(lost) !== known) {
				known = Number(lost);
				writeFileSync(file, `${bootId} ${known}\n`, {mode: 0o600});
			}

			return known - before;
		},
	};
}

function readKnown(file: string, bootId: string): number {
	try {
		const [boot, lost = ''] = readFileSync(file, 'utf8').trim().split(' ', 2);
		return boot === bootId && /^\d+$/v.test(lost) ? Number(lost) : 0;
	} catch {
		return 0; // Nothing was lost yet, or the folder is new: all that the kernel counts is told once.
	}
}

/** Root asks; the effective user may be another meanwhile. Auditd may start us without a PATH, or with one that has no `sbin`. */
async function askStatus(): Promise<string> {
	const {promise, resolve} = Promise.withResolvers<string>();
	const asRoot = process.getuid?.() === 0 ? {uid: 0} : {};
	const searched = [process.env.PATH ?? '', ...systemFolders].filter(folder => folder !== '').join(':');
	execFile('auditctl', ['-s'], {...asRoot, env: {PATH: searched}, timeout: 5000, encoding: 'utf8'}, (_, stdout) => {
		resolve(stdout);
	});
	return promise;
}

const systemFolders = ['/usr/sbin', '/sbin', '/usr/bin', '/bin'];
