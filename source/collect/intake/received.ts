import type {Sender} from '../sender.ts';

/** One line as it came. */
export type Received = {
	/** What carried it and all. Stay as they are until it is settled. */
	readonly bytes: Uint8Array;
	readonly sender: Sender;
	/** Called once, when its sender need not keep the line any more; never, when the store has failed for good. */
	readonly onSettled: (outcome: Outcome) => void;
};

/** What became of a line: it is in the store, durably; or it is none to store, and `reason` says why. */
export type Outcome =
	| {readonly type: 'kept'}
	| {readonly type: 'refused'; readonly reason: string};
