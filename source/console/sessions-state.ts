import type {SessionPage} from '../store/store.ts';

export type SessionsState = {
	/** The last good answer of the store. */
	readonly page: SessionPage | undefined;
	/** Index of the chosen row. */
	readonly selected: number;
};
