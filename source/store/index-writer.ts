import type {SeenLine} from './moments.ts';
import type {SessionIndex} from './session-index.ts';

/** Takes what one pass of the indexer derives from a recording. Nothing of it is seen before `finish`; then all of it is, at once. */
export type IndexWriter = {
	/** The last message that the index has read to which this adds; `undefined` when it starts anew: the pass begins with the first message then. */
	readonly indexedId: number | undefined;
	/** Lines that will not change any more, in the order in which they were closed. */
	readonly add: (lines: readonly SeenLine[]) => Promise<void>;
	/**
	Put the index in place of what was there. When it adds to an earlier one, marks and summary are of the whole recording, keyframes are added, and `standing` replaces the lines that stood before.

	@param index - summary and marks, and the keyframes of this pass.
	@param standing - lines still on the screen: a later pass may find them again, for longer.
	@throws {StoreError} when another indexer was at the same recording meanwhile; a new pass helps.
	*/
	readonly finish: (index: SessionIndex, standing: readonly SeenLine[]) => Promise<void>;
	/** Forget what was added. */
	readonly drop: () => Promise<void>;
};
