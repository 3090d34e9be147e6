import type {Gate} from './gate.ts';
import type {RecOptions, RecEnd} from './options.ts';
import type {Recording} from './recording.ts';
import type {StartBlock} from './start-block.ts';

/** What a session on a terminal and one on pipes both need. */
export type SessionOptions = {
	readonly options: RecOptions;
	/** The program and its arguments, as bytes. */
	readonly command: readonly Uint8Array[];
	readonly start: StartBlock;
	/** Begins the recording; what opens the gate is passed on. */
	readonly record: (onOpen: () => void) => {readonly recording: Recording; readonly gate: Gate};
	/** Ends the session when it resolves with a reason of ours. */
	readonly onStop: (stop: () => void) => void;
	/** Tell the user of a fault. */
	readonly warn: (text: string) => void;
};

export type SessionEnd = {
	/** How the command ended; `undefined` when it would not. */
	readonly command: RecEnd | undefined;
	/** The signal that ended us, without `SIG`. */
	readonly stoppedBy: string | undefined;
};
