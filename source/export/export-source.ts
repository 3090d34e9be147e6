import type {Gap, Session, StoredMessage} from '../store/store.ts';

/** A recording to export, and which part of it. */
export type ExportSource = {
	readonly session: Session;
	readonly gaps: readonly Gap[];
	/** Each call reads from the first message on. */
	readonly readMessages: () => AsyncIterable<StoredMessage>;
	/** Positions, both included; the whole recording when 0 and Infinity. */
	readonly fromMs: number;
	readonly untilMs: number;
	/** `undefined`: what the format holds by default. */
	readonly stream: 'output' | 'input' | undefined;
	/** Longest pause that players of the exported file should keep, seconds. */
	readonly idleLimit: number | undefined;
};

/** Pieces of the exported file, in order; text is written as UTF-8. */
export type Export = (source: ExportSource) => AsyncIterable<string | Uint8Array>;
