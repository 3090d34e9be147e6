import type {SessionSummary} from './session.ts';

/** A stretch of a recording that cannot be trusted or is not there, or, of kind `hidden`, in which text was printed that is not shown: see `isGap`. */
export type Gap = {
	/** `lost` and `damaged` are told by the recorder: what it could not write, and what it could not read again. `late` is what a player saw come while it followed; an index, read in one go, has none. */
	readonly kind: 'missing' | 'invalid' | 'clock' | 'truncated' | 'lost' | 'damaged' | 'hidden' | 'late';
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
	/** How many messages were read, from the recording's first to `summary.indexedId`. When the store holds another number, late ones came meanwhile: the recording then counts as not indexed. */
	readonly messages?: number;
	readonly summary: SessionSummary;
	readonly keyframes: readonly Keyframe[];
	readonly gaps: readonly Gap[];
	readonly activity: readonly ActivitySpan[];
	readonly resizes: readonly Resize[];
};

export type SessionIndexMarks = Omit<SessionIndex, 'keyframes' | 'messages'>;
