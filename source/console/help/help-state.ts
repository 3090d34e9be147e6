import type {ListName} from '../lists/list-name.ts';
import type {TextInput} from '../text-input.ts';

export type HelpState = {
	/** The screen whose keys are shown. */
	readonly of: ListName | 'player';
	/** Narrows the keys; `undefined` shows all. */
	readonly find: TextInput | undefined;
	readonly isFinding: boolean;
	readonly firstRow: number;
};
