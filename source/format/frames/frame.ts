import type {endings} from './layout.ts';

/** One thing that the recorder saw, as it wrote it down. */
export type Frame =
	| StartFrame
	| DataFrame
	| {readonly type: 'window'; readonly columns: number; readonly rows: number}
	/** What the terminal did with keys just before the input that follows. */
	| {readonly type: 'echo'; readonly isEchoed: boolean; readonly isLineMode: boolean}
	| GapFrame
	/** The recording goes on in the next segment. */
	| {readonly type: 'rotation'}
	| BytesFrame
	| EndFrame
	/** Whole by its sums, but of a type or size that this version does not know. */
	| {readonly type: 'unknown'; readonly letter: number; readonly data: Uint8Array};

/** The first of each segment. Values are bytes: what a user passes as argument need not be UTF-8. */
export type StartFrame = {
	readonly type: 'start';
	readonly entries: ReadonlyArray<readonly [key: string, value: Uint8Array]>;
};

export type DataFrame = {
	/** `drained`: printed before a hang-up, recorded, never shown. `error` and `output` apart: a session without a terminal. */
	readonly type: 'output' | 'drained' | 'error' | 'input';
	readonly data: Uint8Array;
};

/** Policy let the session go on while it could not be recorded. */
export type GapFrame = {
	readonly type: 'gap';
	readonly lostBytes: number;
	/** CLOCK_BOOTTIME, microseconds. */
	readonly sinceUs: number;
	/** Why, as Linux numbers it. */
	readonly errno: number;
};

/** How much a session without a terminal carried each way where policy records none of it; before its end. */
export type BytesFrame = {
	readonly type: 'bytes';
	readonly input: number;
	readonly output: number;
	readonly error: number;
};

export type EndFrame = {
	readonly type: 'end';
	readonly how: typeof endings[number];
	/** Exit status, or number of the signal, or error number of what was not started. */
	readonly code: number;
	/** The signal that ended the recorder, 0 when the session ended by itself. */
	readonly cause: number;
};
