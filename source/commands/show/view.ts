import type {Session, Store} from '../../store/store.ts';
import type {Context} from '../context.ts';

export type Position = number | 'end';

export type ViewRequest = {
	readonly store: Store;
	readonly session: Session;
	/** Milliseconds, inside the recording; its end when none was written. */
	readonly position: number;
	readonly isJson: boolean;
	/** Of audit events also those that no user asked for. */
	readonly isAll: boolean;
};

/** One way to show a recording: writes it to the context's standard output. */
export type View = (request: ViewRequest, context: Context) => Promise<void>;
