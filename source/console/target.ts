import type {Session} from '../store/store.ts';

/** A recording that a command is for. */
export type Target = {
	readonly address: string;
	readonly lengthMs: number;
	/** Unknown for a marked one that the filter hides. */
	readonly session: Session | undefined;
};
