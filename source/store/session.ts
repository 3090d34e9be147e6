import type {RecorderFacts} from '../format/recording/recorder-facts.ts';
import type {SessionAudit} from './event.ts';

/** What names one recording. A host may be `-` (unknown). */
export type SessionKey = {
	readonly host: string;
	readonly rec: string;
};

/** `live` has a wall clock, no end mark, and no 24 h of silence; `broken` is no longer live, was read and has gaps. */
export type SessionState = 'live' | 'ended' | 'broken';

export type Session = SessionKey & {
	readonly user: string;
	readonly term: string;
	/** Kernel audit session id; `undefined` when unset. */
	readonly auditSession: number | undefined;
	/** Epoch milliseconds; `undefined` when no message carries a wall clock. */
	readonly startedAt: number | undefined;
	/** Wall clock of the last event known. */
	readonly endedAt: number | undefined;
	/** Position of the last event known. */
	readonly lengthMs: number;
	readonly state: SessionState;
	/** When the store received the newest message, epoch milliseconds. */
	readonly receivedAt: number;
	readonly firstId: number;
	readonly lastId: number;
	readonly messages: number;
	/** Bytes of the stored lines. */
	readonly sizeBytes: number;
	/** Exit status (`0`) or signal name (`TERM`); `undefined` when not recorded. */
	readonly exit: string | undefined;
	/** Made by the index; `undefined` until this session is indexed. */
	readonly summary: SessionSummary | undefined;
	/** What audit events tell of it; `undefined` when none are joined to it. */
	readonly audit: SessionAudit | undefined;
	/** Tags that stand, in the order of the alphabet. */
	readonly tags: readonly string[];
	/** Notes, and positions with a bookmark. */
	readonly noteCount: number;
};

export type SessionSummary = {
	readonly inputBytes: number;
	readonly outputBytes: number;
	/** Size at the end. */
	readonly columns: number;
	readonly rows: number;
	readonly resizes: number;
	readonly gaps: number;
	readonly gapMs: number;
	readonly hasInput: boolean;
	/** Recorded without a terminal (no window size in the whole recording). */
	readonly isPipe: boolean;
	/** Text of the last screen, for the preview: at most 40 lines, controls already drawn as text. */
	readonly lastScreen: readonly string[];
	/** What our recorder told of the whole recording, its bytes summed up; missing when it told nothing. */
	readonly recorder?: Omit<RecorderFacts, 'gap'>;
	/** Last message that the index has read. */
	readonly indexedId: number;
};
