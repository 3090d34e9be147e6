import type {Emulator} from '../terminal/emulator.ts';
import type {ActivitySpan, Gap, Resize, Session} from '../store/store.ts';

/**
One recording opened for replay: the terminal as it was at `positionMs`.

Calls must not overlap: await one before the next.
*/
export type Playback = {
	readonly session: Session;
	/** Position of the last event known; grows while a recording is live. */
	readonly lengthMs: number;
	readonly positionMs: number;
	readonly emulator: Emulator;
	readonly gaps: readonly Gap[];
	readonly activity: readonly ActivitySpan[];
	readonly resizes: readonly Resize[];

	/** Show the screen at a position, both ways: exactly what a replay from the start shows there (all packets at or before it). */
	readonly seek: (positionMs: number) => Promise<void>;
	/** Feed packets up to and including the position, at most `maxBytes` of output. `isCapped`: stopped by the limit, positionMs tells where. */
	readonly advance: (positionMs: number, maxBytes?: number) => Promise<{readonly isCapped: boolean}>;
	/** To the next packet that changes a cell, the cursor or the size. */
	readonly stepForward: () => Promise<StepResult>;
	/** To the start of the state before the present one. */
	readonly stepBack: () => Promise<StepResult>;
	/** Look for messages that arrived since; true when there are. When some belong before what was played all is read anew, and the screen of the present position is that of the store. */
	readonly refresh: () => Promise<boolean>;
	readonly close: () => Promise<void>;
};

export type StepResult = 'moved' | 'at-end' | 'at-start' | 'limit';
