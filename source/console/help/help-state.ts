import type {TextInput} from '../text-input.ts';
import type {Under} from '../under.ts';
import type {HelpPageName} from './help-pages.ts';

export type HelpState = {
	/** Whose keys are shown. */
	readonly of: HelpPageName;
	/** Narrows the keys; `undefined` shows all. */
	readonly find: TextInput | undefined;
	readonly isFinding: boolean;
	readonly firstRow: number;
	/** Comes back when the help is closed. */
	readonly under?: Under | undefined;
};
