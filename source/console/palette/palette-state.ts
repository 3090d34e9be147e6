import type {TextInput} from '../text-input.ts';
import type {Under} from '../under.ts';

export type PaletteState = {
	readonly input: TextInput;
	readonly selected: number;
	/** Comes back when the palette is left without a command. */
	readonly under?: Under | undefined;
};
