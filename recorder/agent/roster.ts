import {statSync} from 'node:fs';
import {isWriterAlive} from '../spool/is-writer-alive.ts';
import {removeSegments} from '../spool/remove-segments.ts';
import {locateSegment} from '../spool/spool-file.ts';
import type {SpoolFile} from '../spool/spool-file.ts';
import type {Begun, TranscriptSettings} from './begun.ts';
import {startOfSegment} from './checkpoint.ts';
import {createCursor} from './cursor.ts';
import {addCut, createFollowed, describeSource, firstSegment} from './followed.ts';
import type {Followed} from './followed.ts';
import type {NoteListener} from './notes.ts';
import type {Pump} from './pump.ts';
import {settleBegun} from './settle-begun.ts';
import type {Names} from './settle-begun.ts';
import type {JournalEntry, RecordingState} from './state.ts';

/** Of recordings whose recorder has ended, so many are worked on at a time; a day's worth may wait. */
const mostDead = 256;

/** All recordings in the spool. */
export type Roster = {
	/** A file is there, or has grown. */
	readonly see: (file: SpoolFile) => void;
	/** Look whose recorder has ended. */
	readonly sweep: () => void;
	readonly wake: (followed: Followed) => void;
	readonly has: (recording: string) => boolean;
	/** Those worked on. */
	readonly open: () => readonly Followed[];
	/** How many wait for their turn. */
	readonly waiting: () => number;
	/** It is with every writer, and its files are gone. */
	readonly drop: (followed: Followed) => void;
};

export type RosterOptions = {
	readonly spool: string;
	readonly settings: TranscriptSettings;
	readonly names: Names;
	/** The machine's now, without dashes. */
	readonly bootId: string;
	readonly pumps: readonly Pump[];
	/** What is known of recordings from before; taken out when their turn comes. */
	readonly saved: Map<string, RecordingState>;
	readonly elapsedMs: () => number;
	/** Note what is settled about a recording before it takes effect. It does so even if that fails: nothing but a change of the configuration before the next saving could make a difference. */
	readonly note: (entry: JournalEntry) => void;
	/** Told once, however many writers there are. */
	readonly onNote: NoteListener;
	/** A recording cannot be begun with; tried again at each sweep. */
	readonly onFault: (recording: string, fault: unknown) => void;
	readonly onMended: (recording: string) => void;
};

const bufferBytes = 262_144;

export function createRoster({spool, settings, names, bootId, pumps, saved, elapsedMs, note, onNote, onFault, onMended}: RosterOptions): Roster {
	const open = new Map<string, Followed>();
	const waiting = new Map<string, Followed>();
	const settling = new Set<Followed>();
	const buffer = new Uint8Array(bufferBytes);

	function follow(file: SpoolFile): Followed {
		const followed = createFollowed(file);
		followed.isDead = !isWriterAlive(followed.writer, bootId);
		if (followed.isDead && open.size >= mostDead) {
			waiting.set(file.recording, followed);
		} else {
			open.set(file.recording, followed);
		}

		return followed;
	}

	function wake(followed: Followed): void {
		if (!open.has(followed.recording)) {
			return;
		}

		if (followed.begun === undefined) {
			void settle(followed);
			return;
		}

		for (const pump of pumps) {
			const cursor = followed.cursors.get(pump.name);
			if (cursor !== undefined) {
				pump.wake(cursor);
			}
		}
	}

	async function settle(followed: Followed): Promise<void> {
		if (settling.has(followed)) {
			return;
		}

		settling.add(followed);
		try {
			const known = saved.get(followed.recording);
			if (followed.isDead && isEmpty(followed)) {
				removeSegments(followed.segments, () => true, segment => locateSegment(spool, {...followed, segment}));
				drop(followed); // Its recorder was ended before its first frame.
				return;
			}

			const begun = known?.begun ?? await settleBegun(followed, spool, {settings, names});
			if (begun === undefined) {
				return; // Its first frame is still to come.
			}

			if (known === undefined) {
				note({recording: followed.recording, begun});
			}

			begin(followed, begun, known);
			onMended(followed.recording);
		} catch (error) {
			onFault(followed.recording, error); // Tried again at the next sweep.
		} finally {
			settling.delete(followed);
		}

		if (followed.begun !== undefined) {
			wake(followed);
		}
	}

	function drop(followed: Followed): void {
		open.delete(followed.recording);
		for (const pump of pumps) {
			const cursor = followed.cursors.get(pump.name);
			if (cursor !== undefined) {
				pump.forget(cursor);
			}
		}

		const next = waiting.values().next().value;
		if (next === undefined) {
			return;
		}

		waiting.delete(next.recording);
		open.set(next.recording, next);
		wake(next);
	}

	function isEmpty(followed: Followed): boolean {
		return [...followed.segments].every(segment => (statSync(locateSegment(spool, {...followed, segment}), {throwIfNoEntry: false})?.size ?? 0) === 0);
	}

	function begin(followed: Followed, begun: Begun, known: RecordingState | undefined): void {
		followed.begun = begun;
		saved.delete(followed.recording);
		for (const cut of known?.cuts ?? []) {
			addCut(followed, cut);
		}

		const source = describeSource(followed, begun, spool);
		for (const [index, {name}] of pumps.entries()) {
			const from = known?.cursors[name] ?? startOfSegment(firstSegment(followed) ?? 0);
			followed.cursors.set(name, createCursor({source, from, buffer, elapsedMs, onNote: index === 0 ? onNote : undefined}));
		}
	}

	return {
		see(file) {
			const followed = open.get(file.recording) ?? waiting.get(file.recording) ?? follow(file);
			followed.segments.add(file.segment);
			wake(followed);
		},
		sweep() {
			for (const followed of open.values()) {
				if (!followed.isDead && !isWriterAlive(followed.writer, bootId)) {
					followed.isDead = true;
					wake(followed);
				} else if (followed.begun === undefined) {
					wake(followed);
				}
			}
		},
		wake,
		has: recording => open.has(recording) || waiting.has(recording),
		open: () => open.values().toArray(),
		waiting: () => waiting.size,
		drop,
	};
}
