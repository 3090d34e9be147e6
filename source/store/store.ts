import type {Query} from './query/query.ts';

/** `read` leaves all but the access log alone, `write` needs a store, `create` makes one where there is none. */
export type OpenMode = 'read' | 'write' | 'create';

/** What names one recording. A host may be `-` (unknown). */
export type SessionKey = {
	readonly host: string;
	readonly rec: string;
};

/** One line of a recording on its way into a store. */
export type NewMessage = SessionKey & {
	readonly id: number;
	readonly positionMs: number;
	/** Epoch milliseconds; `undefined` when the message carries no wall clock. */
	readonly at: number | undefined;
	readonly user: string;
	readonly term: string;
	readonly auditSession: number;
	/** How the recorded program ended, if this message tells. */
	readonly exit: string | undefined;
	/** The recording is known to end with this message, even if not how. */
	readonly isComplete?: boolean;
	/** The line as received, without its line end. Kept verbatim. */
	readonly text: string;
};

export type StoredMessage = {
	readonly id: number;
	readonly positionMs: number;
	readonly text: string;
};

/** How many of the messages were new, and how many were there already (same host, rec and id). Of the doubled ones, `conflicting` came with another text: the first one stays. */
export type Added = {
	readonly stored: number;
	readonly doubled: number;
	readonly conflicting: number;
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
	/** Last message that the index has read. */
	readonly indexedId: number;
};

/** A stretch of a recording that cannot be trusted or is not there. */
export type Gap = {
	readonly kind: 'missing' | 'invalid' | 'clock' | 'truncated';
	readonly fromMs: number;
	readonly untilMs: number;
	/** First and last message missing or faulty. */
	readonly firstId: number;
	readonly lastId: number;
	/** For people: what was found. */
	readonly detail: string;
	/** First position from which the whole screen was drawn anew, so that it can be trusted again; missing when that never happened. */
	readonly certainMs?: number;
};

/** The terminal's whole state at one instant: writing `ansi` to a fresh terminal of this size recreates it. */
export type Keyframe = {
	readonly positionMs: number;
	/** The state is the one before packet `packet` (counted from 0) of message `id`. */
	readonly id: number;
	readonly packet: number;
	readonly outputBytes: number;
	readonly columns: number;
	readonly rows: number;
	readonly ansi: string;
};

/** A run of packets with pauses shorter than 250 ms between them, at most 1 s long. The pauses between spans are the idle time. */
export type ActivitySpan = {
	readonly fromMs: number;
	readonly untilMs: number;
	readonly outputBytes: number;
	readonly inputBytes: number;
};

/** Where the window got a new size. */
export type Resize = {
	readonly positionMs: number;
	readonly columns: number;
	readonly rows: number;
};

/** All that `source/index` derives from one recording: disposable, rebuilt from the messages. */
export type SessionIndex = {
	readonly version: number;
	readonly summary: SessionSummary;
	readonly keyframes: readonly Keyframe[];
	readonly gaps: readonly Gap[];
	readonly activity: readonly ActivitySpan[];
	readonly resizes: readonly Resize[];
};

export type SessionIndexMarks = Omit<SessionIndex, 'keyframes'>;

/** Running sessions come first when sorting by start. */
export type SortField = 'start' | 'length' | 'user' | 'host' | 'commands' | 'size';

export type SessionsRequest = {
	readonly query: Query;
	readonly sort: SortField;
	readonly isDescending: boolean;
	readonly limit: number;
	readonly offset: number;
};

export type SessionPage = {
	readonly sessions: readonly Session[];
	/** Of all that match, not only of this page. */
	readonly matching: number;
	readonly matchingBytes: number;
	readonly matchingMs: number;
	/** Recordings in the store. */
	readonly total: number;
	/** Of the matching ones, how many are not indexed. */
	readonly unindexed: number;
};

export type AccessEntry = {
	readonly at: number;
	/** Who looks: login name. */
	readonly who: string;
	readonly action: 'list' | 'show' | 'play' | 'search' | 'export';
	/** Address of the recording, or the query. */
	readonly what: string;
	readonly detail: string;
};

/** An access entry as the log keeps it: each one's hash covers the one before, so that a removed or changed entry shows. */
export type LoggedAccess = AccessEntry & {
	/** 1, 2, 3 without holes. */
	readonly sequence: number;
	/** Hash of the entry before, lowercase hex; 64 zeros for the first. */
	readonly previousHash: string;
	readonly hash: string;
};

/**
Where recordings are kept. One interface, any engine; every engine passes `test/store/conformance-suite.ts`.

Methods throw `StoreError`. What `addMessages` has returned survives a crash.
*/
export type Store = {
	readonly address: string;
	readonly isReadOnly: boolean;

	/** Idempotent: the same line may come twice. Durable once it returns. */
	readonly addMessages: (messages: readonly NewMessage[]) => Promise<Added>;
	readonly listSessions: (request: SessionsRequest) => Promise<SessionPage>;
	readonly getSession: (key: SessionKey) => Promise<Session | undefined>;
	/** Recordings whose rec is `rec` or, when `rec` is written without its boot id, ends in `-rec`; on any host when none is given. */
	readonly findSessions: (host: string | undefined, rec: string) => Promise<readonly Session[]>;
	/** In order of id, from the message with id `fromId` (or the first after it) on. */
	readonly readMessages: (key: SessionKey, fromId?: number) => AsyncIterable<StoredMessage>;

	/** Sessions with messages newer than their index, or indexed by another version of the indexer. */
	readonly listUnindexed: (indexVersion: number) => Promise<readonly SessionKey[]>;
	readonly putIndex: (key: SessionKey, index: SessionIndex) => Promise<void>;
	readonly getIndexMarks: (key: SessionKey) => Promise<SessionIndexMarks | undefined>;
	/** The last keyframe at or before the position. */
	readonly getKeyframe: (key: SessionKey, positionMs: number) => Promise<Keyframe | undefined>;
	/** The last message whose first event is before or at the position; the recording's first if there is none. */
	readonly getMessageIdAt: (key: SessionKey, positionMs: number) => Promise<number | undefined>;
	readonly dropIndex: () => Promise<void>;

	/** Durable once it returns. */
	readonly addAccess: (entry: AccessEntry) => Promise<void>;
	/** Newest first. */
	readonly listAccess: (limit: number) => Promise<readonly LoggedAccess[]>;

	/** A number that grows whenever messages or indexes were written, by whatever process. */
	readonly getRevision: () => Promise<number>;
	readonly close: () => Promise<void>;
};
