import type {AuditPlace} from './audit-cursor.ts';
import type {Begun} from './begun.ts';
import type {Checkpoint} from './checkpoint.ts';

/** What the agent has to know after it was stopped, however that happened. */
export type AgentState = {
	/** How far a writer's destination was when this was saved, by the writer's name. */
	readonly marks: Readonly<Record<string, string>>;
	readonly recordings: readonly RecordingState[];
	/** By the writer's name: behind the last audit event that the other side has. */
	readonly audit?: Readonly<Record<string, AuditPlace>> | undefined;
};

/** A place where a message was finished by the clock. */
export type Cut = readonly [segment: number, offset: number];

export type RecordingState = {
	readonly recording: string;
	readonly begun: Begun;
	readonly cuts: readonly Cut[];
	/** By the writer's name: behind the last message that the other side has. */
	readonly cursors: Readonly<Record<string, Checkpoint>>;
};

/** Written before it takes effect, between two savings of the whole. */
export type JournalEntry =
	| {readonly recording: string; readonly begun: Begun}
	| {readonly recording: string; readonly cut: Cut};

export const emptyState: AgentState = {marks: {}, recordings: []};

/** Add what was noted since the state was saved. */
export function applyJournal(state: AgentState, entries: readonly JournalEntry[]): AgentState {
	const recordings = new Map(state.recordings.map(each => [each.recording, each]));
	for (const entry of entries) {
		const known = recordings.get(entry.recording);
		if ('begun' in entry) {
			recordings.set(entry.recording, known ?? {recording: entry.recording, begun: entry.begun, cuts: [], cursors: {}});
		} else if (known !== undefined) {
			recordings.set(entry.recording, {...known, cuts: [...known.cuts, entry.cut]});
		}
	}

	return {...state, recordings: recordings.values().toArray()};
}
