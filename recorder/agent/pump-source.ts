import type {OutgoingMessage} from '../delivery/delivery.ts';

/** What a writer takes its messages from: one writer's way through one recording, or through the audit events. */
export type PumpSource = {
	/** Read on, as far as one buffer goes; `more` when there may be more at once. */
	readonly read: () => ReadResult;
	/** Messages that were not taken yet, the oldest first. */
	readonly peek: () => PumpItem | undefined;
	/** Take what `peek` gave. Returns what to do when all up to it is with the other side. */
	readonly take: () => () => void;
};

export type PumpItem = {
	/** Undefined when the rate limit drops it; its number is used up. */
	readonly message: OutgoingMessage | undefined;
	/** How long the rate limit holds it back. */
	readonly delayMs: number;
};

export type ReadResult = 'more' | 'all';
