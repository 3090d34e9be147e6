import type {Dialog} from '../dialogs/dialog.ts';
import type {TextInput} from '../text-input.ts';

export type PaletteState = {
	readonly input: TextInput;
	readonly selected: number;
	/** Comes back when the palette is left without a command. */
	readonly under?: Dialog | undefined;
};
