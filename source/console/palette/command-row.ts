import type {KeyAction} from '../../keys/key-table.ts';
import type {State, Update} from '../state.ts';

/** One command of the palette. */
export type CommandRow = {
	readonly name: string;
	/** What follows the name; in brackets when it may be missing. */
	readonly words: string;
	/** The key that does the same, so that people learn it. */
	readonly key: KeyAction | undefined;
	readonly help: string;
	/** What it does; the palette is closed already, the words are trimmed. */
	readonly run: (state: State, words: string) => Update;
};
