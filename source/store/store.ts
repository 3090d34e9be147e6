import type {Clock} from '../clock.ts';
import type {CountsRequest, Facets, StatsField, StatsRow} from './counts.ts';
import type {NewEvent, StoredEvent, UnrecordedLogins} from './event.ts';
import type {IndexWriter} from './index-writer.ts';
import type {MomentsPart, MomentsRequest} from './moments.ts';
import type {Note} from './note.ts';
import type {Query} from './query/query.ts';
import type {Capability} from './query/refuse-missing.ts';
import type {Keyframe, SessionIndexMarks} from './session-index.ts';
import type {Session, SessionKey} from './session.ts';

export type {NewEvent, SessionAudit, StoredEvent, UnrecordedLogin, UnrecordedLogins} from './event.ts';
export type {ActivitySpan, Gap, Keyframe, Resize, SessionIndex, SessionIndexMarks} from './session-index.ts';
export type {Session, SessionKey, SessionState, SessionSummary} from './session.ts';

/** `read` leaves all but the access log alone, `write` needs a store, `create` makes one where there is none. */
export type OpenMode = 'read' | 'write' | 'create';

export type OpenOptions = {
	readonly mode: OpenMode;
	readonly clock: Clock;
	/** Entry of the thread that answers searches; without it, the caller's thread does. */
	readonly queryWorker?: URL | undefined;
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
	/** What it can answer; a search that needs more is refused with a QueryError. */
	readonly capabilities: readonly Capability[];

	/** Idempotent: the same line may come twice. Durable once it returns. */
	readonly addMessages: (messages: readonly NewMessage[]) => Promise<Added>;
	/** Terms on what was seen or typed are looked up in the text itself: only sessions that match are listed. An aborted `signal` ends the work and rejects with its reason. */
	readonly listSessions: (request: SessionsRequest, options?: {readonly signal?: AbortSignal}) => Promise<SessionPage>;
	/** The lines that a search means, session by session. Ending the iteration ends the work; an aborted `signal` does at once, also while the next part is waited for, and rejects with its reason. */
	readonly findMoments: (request: MomentsRequest, options?: {readonly signal?: AbortSignal}) => AsyncIterable<MomentsPart>;
	readonly countFacets: (request: CountsRequest, options?: {readonly signal?: AbortSignal}) => Promise<Facets>;
	/** Days and hours in their order, others by the number of sessions. */
	readonly countStats: (request: CountsRequest & {readonly by: StatsField}) => Promise<readonly StatsRow[]>;
	readonly getSession: (key: SessionKey) => Promise<Session | undefined>;
	/** Recordings whose rec is `rec` or, when `rec` is written without its boot id, ends in `-rec`; on any host when none is given. */
	readonly findSessions: (host: string | undefined, rec: string) => Promise<readonly Session[]>;
	/** In order of id, from the message with id `fromId` (or the first after it) on. */
	readonly readMessages: (key: SessionKey, fromId?: number) => AsyncIterable<StoredMessage>;

	/** Idempotent, as `addMessages`: an event that is there takes the lines that it lacks and counts as doubled. Durable once it returns. */
	readonly addEvents: (events: readonly NewEvent[]) => Promise<Added>;
	/** The audit events of a recording's session while it was recorded, and shortly before and after, by time and serial. */
	readonly readEvents: (key: SessionKey) => AsyncIterable<StoredEvent>;
	/** Logins that did something which no recording shows, those of the latest events first. */
	readonly listUnrecorded: (limit: number) => Promise<UnrecordedLogins>;
	/** Make anew what is derived from the lines of events: of those that an older scribery described, or of all. Gives the number of events. */
	readonly describeEvents: (options: {readonly isAll: boolean}) => Promise<number>;

	/** Sessions with messages newer than their index, or indexed by another version of the indexer. */
	readonly listUnindexed: (indexVersion: number) => Promise<readonly SessionKey[]>;
	/** With `isContinued`, to add to the index that is there, if it can be added to: see `IndexWriter.indexedId`. */
	readonly startIndex: (key: SessionKey, options: {readonly isContinued: boolean}) => Promise<IndexWriter>;
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

	/** Durable once it returns; on a store opened for reading, too. */
	readonly addNote: (note: Note) => Promise<void>;
	/** In the order they were added. */
	readonly listNotes: (key: SessionKey) => Promise<readonly Note[]>;

	/** A number that grows whenever messages, indexes or notes were written, by whatever process. */
	readonly getRevision: () => Promise<number>;
	readonly close: () => Promise<void>;
};
