import type {Connection} from '../connection.ts';
import type {CountsMemory} from '../counts-memory.ts';
import type {FoundMemory} from './found-memory.ts';

/** What each search works with. */
export type SearchContext = {
	readonly connection: Connection;
	readonly memory: FoundMemory;
	readonly counts: CountsMemory;
	/** Epoch milliseconds: what is live depends on it. */
	readonly nowAt: number;
	/** Lets the thread do other things when it has worked for a while, and throws when nobody waits for the answer any more. */
	readonly breathe: () => Promise<void>;
};
