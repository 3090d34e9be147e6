import {statfsSync, statSync} from 'node:fs';
import {listSpool} from './list-spool.ts';
import {locateSegment} from './spool-file.ts';

/** When to speak up. What is not with every writer is never removed: how much a spool may hold is the login shell's to heed. */
export type SpoolLimits = {
	/** What the spool is meant to hold at most; 0: as much as its disk. */
	readonly spoolBytes: number;
	readonly noticePercent: number;
	readonly warningPercent: number;
	readonly criticalPercent: number;
};

export type SpoolLevel = 'good' | 'notice' | 'warning' | 'critical';

export type SpoolMeasure = {
	readonly files: number;
	readonly bytes: number;
	/** When the oldest file was written to last, epoch milliseconds; undefined when there is none. */
	readonly oldestAt: number | undefined;
	/** What others than root may still write to its disk. */
	readonly freeBytes: number;
	/** Of the disk, or of what the spool is meant to hold, whichever is fuller. */
	readonly usedPercent: number;
	readonly level: SpoolLevel;
};

/** Measure the spool and its disk against limits. */
export function measureSpool(spool: string, limits: SpoolLimits, onFault: (folder: string, fault: unknown) => void): SpoolMeasure {
	const stats = listSpool(spool, onFault).flatMap(file => statSync(locateSegment(spool, file), {throwIfNoEntry: false}) ?? []);
	const bytes = stats.reduce((sum, {size}) => sum + size, 0);
	const disk = statfsSync(spool);
	const usedPercent = Math.max(
		disk.blocks === 0 ? 0 : Math.ceil((disk.blocks - disk.bavail) * 100 / disk.blocks),
		limits.spoolBytes === 0 ? 0 : Math.ceil(bytes * 100 / limits.spoolBytes),
	);
	return {
		files: stats.length,
		bytes,
		oldestAt: stats.length === 0 ? undefined : Math.min(...stats.map(({mtimeMs}) => mtimeMs)),
		freeBytes: disk.bavail * disk.bsize,
		usedPercent,
		level: rate(usedPercent, limits),
	};
}

function rate(usedPercent: number, {noticePercent, warningPercent, criticalPercent}: SpoolLimits): SpoolLevel {
	if (usedPercent >= criticalPercent) {
		return 'critical';
	}

	if (usedPercent >= warningPercent) {
		return 'warning';
	}

	return usedPercent >= noticePercent ? 'notice' : 'good';
}
