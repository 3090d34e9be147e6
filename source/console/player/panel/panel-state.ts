import type {EventKind} from '../events/player-event.ts';

/** The list of events beside or below the recording. */
export type PanelState = {
	readonly isOpen: boolean;
	/** Steps by which it was made larger, or smaller below 0, than it is by itself. */
	readonly growth: number;
	/** Index among the events shown, of the one that the keys are on; `undefined` while the recording has the keys. */
	readonly chosen: number | undefined;
	/** One kind, or all. */
	readonly kinds: EventKind | 'all';
	/** Audit events, too, that no user asked for. */
	readonly isNoiseShown: boolean;
};

export const closedPanel: PanelState = {isOpen: false, growth: 0, chosen: undefined, kinds: 'all', isNoiseShown: false};
