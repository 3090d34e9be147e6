import type {TextInput} from '../text-input.ts';

export type PaletteState = {
	readonly input: TextInput;
	readonly selected: number;
};
