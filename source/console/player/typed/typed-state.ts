import type {TypedKey} from '../../../playback/typed-key.ts';

/** The row of keys that were pressed. Keys are read for a stretch around the present position. */
export type TypedState = {
	readonly isShown: boolean;
	readonly keys: readonly TypedKey[];
	/** The stretch that `keys` is of; `undefined` before anything was read. */
	readonly known: Stretch | undefined;
	/** What is being read. */
	readonly asked: Stretch | undefined;
};

export type Stretch = {readonly fromMs: number; readonly untilMs: number};

export const hiddenTyped: TypedState = {isShown: false, keys: [], known: undefined, asked: undefined};
