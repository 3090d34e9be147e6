import type {TextRange} from '../../store/query/text-range.ts';
import type {Query} from '../../store/query/query.ts';
import type {Session, SessionIndexMarks, SessionPage, SortField} from '../../store/store.ts';
import type {TextInput} from '../text-input.ts';

export type SessionsState = {
	/** The filter box. */
	readonly filter: TextInput;
	readonly isEditing: boolean;
	/** The text before it was completed: Esc brings it back. */
	readonly uncompleted: TextInput | undefined;
	readonly history: readonly string[];
	/** Index in `history` of the text taken from there; `history.length` while it is none. */
	readonly historyIndex: number;
	/** Of the whole store, most recordings first; `undefined` until they were counted. */
	readonly names: KnownNames | undefined;
	/** What the shown rows answer. */
	readonly applied: {readonly text: string; readonly query: Query};
	/** What is wrong with the filter; the rows of the last good one stay. */
	readonly problem: FilterProblem | undefined;

	readonly sort: SortField;
	readonly isDescending: boolean;
	/** Best matches of the filter's words first, until a sort is chosen. */
	readonly isRanked: boolean;
	/** Addresses as fuse.js ranks them, best first. `isStrict`: those it does not find are not shown. */
	readonly ranking: {readonly order: readonly string[]; readonly matches: ReadonlyMap<string, RowMatches>; readonly isStrict: boolean} | undefined;

	/** What the store gave, in its order. */
	readonly rows: readonly Session[];
	/** `undefined` before the first answer. */
	readonly counts: Omit<SessionPage, 'sessions'> | undefined;
	/** Some of the sessions are not indexed, and their number goes down. */
	readonly isIndexing: boolean;
	/** The store's revision that the rows are of. */
	readonly revision: number | undefined;
	/** When the rows were read or last found unchanged, epoch milliseconds. */
	readonly readAt: number | undefined;
	readonly asking: Asking | undefined;
	readonly lastRequestId: number;
	readonly failure: Failure | undefined;
	/** For an empty answer: how many sessions there would be without each of the filter's terms. */
	readonly without: readonly Without[];
	/** Sessions that came since, not among the rows yet. */
	readonly fresh: number;

	/** Address of the chosen row. */
	readonly selected: string | undefined;
	/** Index of the first row shown. */
	readonly firstRow: number;
	/** Addresses of the marked sessions, with their lengths in ms: a filter may hide them, they stay marked. */
	readonly marked: ReadonlyMap<string, number>;
	readonly isFollowing: boolean;
	readonly isPreviewOpen: boolean;
	readonly previewTab: 'screen' | 'info';
	/** The index of the chosen session, for where its gaps are. */
	readonly details: {readonly address: string; readonly marks: SessionIndexMarks | undefined} | undefined;
};

/** What a search may ask for by name. */
export type KnownNames = Readonly<Record<'users' | 'hosts' | 'tags', readonly string[]>>;

/** What fits in a row's user and host. */
export type RowMatches = {readonly user: readonly TextRange[]; readonly host: readonly TextRange[]};

export type Without = {
	readonly term: string;
	/** The filter without the term. */
	readonly rest: string;
	readonly matching: number;
	/** A name much like the one that nobody has. */
	readonly nearest: string | undefined;
};

export type FilterProblem = {
	readonly message: string;
	/** Where in the text, in UTF-16 units. */
	readonly offset: number;
	readonly length: number;
};

/** A request under way: `replace` the rows, `refresh` them, or add `more`. */
export type Asking = {
	readonly requestId: number;
	readonly why: 'replace' | 'refresh' | 'more';
	readonly text: string;
	readonly query: Query;
	/** 0 until 150 ms have passed: a faster answer shows no sign of waiting. */
	readonly waitedMs: number;
	/** The last row is to be chosen once it is there. */
	readonly isToLast: boolean;
};

export type Failure = {
	readonly message: string;
	readonly since: number;
	/** The access log could not be written: nothing may be shown. */
	readonly isAccess: boolean;
};

export const initialSessions: SessionsState = {
	filter: {text: '', cursor: 0},
	isEditing: false,
	uncompleted: undefined,
	history: [],
	historyIndex: 0,
	names: undefined,
	applied: {text: '', query: {type: 'all'}},
	problem: undefined,
	sort: 'start',
	isDescending: true,
	isRanked: true,
	ranking: undefined,
	rows: [],
	counts: undefined,
	isIndexing: false,
	revision: undefined,
	readAt: undefined,
	asking: undefined,
	lastRequestId: 0,
	failure: undefined,
	without: [],
	fresh: 0,
	selected: undefined,
	firstRow: 0,
	marked: new Map(),
	isFollowing: false,
	isPreviewOpen: true,
	previewTab: 'screen',
	details: undefined,
};
