import type {KeyAction} from '../../keys/key-table.ts';

/** What is to be said where rows would be when there are none. */
export type EmptyState = {
	/** What is. */
	readonly title: string;
	/** Why, or what could be done about it. */
	readonly lines: readonly string[];
	/** What can be done next: a key with a word for it. No other keys of the list have a use then. */
	readonly steps: ReadonlyArray<readonly [action: KeyAction, word: string]>;
};
