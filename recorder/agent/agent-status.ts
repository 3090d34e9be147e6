import type {SpoolMeasure} from '../spool/measure-spool.ts';
import type {Note} from './notes.ts';
import type {PumpStatus} from './pump.ts';

/** What the agent tells of itself, each few seconds, in `status.json` of its state folder. */
export type AgentStatus = {
	/** Wall clock when it was told, epoch milliseconds; also the sign that the agent lives. */
	readonly at: number;
	readonly startedAt: number;
	readonly processId: number;
	readonly spool: SpoolMeasure & {readonly path: string};
	readonly recordings: {
		/** Their recorder still runs. */
		readonly live: number;
		/** In the spool and not with every writer, whether or not their recorder runs. */
		readonly open: number;
		/** Not begun with: so many others are. */
		readonly waiting: number;
	};
	/** The spool of audit events; undefined of an agent that knew none. */
	readonly audit?: {readonly segments: number; readonly bytes: number};
	/** Since the agent began. */
	readonly counts: AgentCounts;
	readonly writers: ReadonlyArray<PumpStatus & {readonly name: string; readonly target: string; readonly behindBytes: number}>;
	readonly faults: ReadonlyArray<{readonly about: string; readonly text: string}>;
	/** Of this process, since it began. */
	readonly cpuMs: number;
	readonly memoryBytes: number;
};

export type AgentCounts = {
	/** With every writer, and removed. */
	readonly delivered: number;
	/** Ended without an end. */
	readonly broken: number;
	/** Policy let a session go on unrecorded. */
	readonly gaps: number;
	readonly lostBytes: number;
	/** Of the spool, that no frame could be made of. */
	readonly damagedBytes: number;
};

export const noCounts: AgentCounts = {delivered: 0, broken: 0, gaps: 0, lostBytes: 0, damagedBytes: 0};

export function addNote(counts: AgentCounts, note: Note): AgentCounts {
	switch (note.type) {
		case 'gap': {
			return {...counts, gaps: counts.gaps + 1, lostBytes: counts.lostBytes + note.bytes};
		}

		case 'damage': {
			return {...counts, damagedBytes: counts.damagedBytes + note.bytes};
		}

		case 'broken': {
			return {...counts, broken: counts.broken + 1};
		}

		default: {
			return note satisfies never;
		}
	}
}
