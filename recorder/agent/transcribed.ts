import type {OutgoingMessage} from '../delivery/delivery.ts';
import type {Checkpoint} from './checkpoint.ts';

/** A message, and where to go on behind it. */
export type Transcribed = {
	/** Undefined when the rate limit drops it; its number is used up. */
	readonly message: OutgoingMessage | undefined;
	readonly checkpoint: Checkpoint;
	/** How long the rate limit holds it back. */
	readonly delayMs: number;
};
