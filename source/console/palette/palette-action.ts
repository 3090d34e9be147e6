import type {Session} from '../../store/store.ts';

/** What the commands' effects answer. */
export type PaletteAction =
	/** The recording of an address was found. */
	| {readonly type: 'found'; readonly session: Session; readonly positionMs: number}
	/** The person has chosen a store to work on. */
	| {readonly type: 'storeWanted'; readonly address: string; readonly isKept: boolean; readonly recordings?: string | undefined}
	/** Another store is open. */
	| {readonly type: 'storeOpened'; readonly name: string};
