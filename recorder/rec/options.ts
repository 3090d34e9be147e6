import type {Limit} from '../message/limiter.ts';

export type RecOptions = {
	/** The program and its arguments; empty for the user's shell. */
	readonly command: readonly string[];
	/** How long output may stay in memory. */
	readonly latencyMs: number;
	/** Size limit of one message's payload, 32 or more. */
	readonly payloadBytes: number;
	readonly recordsInput: boolean;
	readonly recordsOutput: boolean;
	readonly recordsWindow: boolean;
	/** Record what is typed while the terminal does not echo. */
	readonly keepsSecrets: boolean;
	readonly limit: Limit;
	/** `spool`: keep what cannot be written in memory for a while, then leave a marked gap. `strict`: end the session. */
	readonly failureMode: 'spool' | 'strict';
	/** Shown before the command starts; empty for none. */
	readonly notice: string;
};

/** How the recorded command ended. */
export type RecEnd = {
	readonly status: number;
	/** Name without `SIG`, when a signal ended it. */
	readonly signal: string | undefined;
};
