import type {Query, TextPattern} from '../../../store/query/query.ts';
import type {TextInput} from '../../text-input.ts';

/** The search of this recording. */
export type SearchState = {
	/** What is being typed has the keys. */
	readonly input: TextInput | undefined;
	/** How many searches back the text is taken from; 0: it was typed. */
	readonly recalled: number;
	/** What was looked for, or is; the answer is in `hits`. */
	readonly asked: AskedSearch | undefined;
	readonly isWaiting: boolean;
	/** The recording's last message when it was searched. */
	readonly searchedId: number | undefined;
	/** The answer was of all that had come in. */
	readonly isIndexed: boolean;
};

/** `written` comes back in the field when it is opened again. */
export type AskedSearch = {
	readonly written: string;
	readonly query: Query;
	readonly patterns: readonly TextPattern[];
};

export const noSearch: SearchState = {input: undefined, recalled: 0, asked: undefined, isWaiting: false, searchedId: undefined, isIndexed: false};
