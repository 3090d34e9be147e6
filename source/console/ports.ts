import type {Clock} from '../clock.ts';
import type {AccessEntry, Store} from '../store/store.ts';

/** The ways out of the console that effects use; made once in `run.tsx`. */
export type Ports = {
	readonly clock: Clock;
	/** The store, opened on first use, after the first frame. */
	readonly getStore: () => Promise<Store>;
	/** Close the present store and work on another. */
	readonly changeStore: (address: string) => Promise<void>;
	/** Write down who looks at what; must have succeeded before anything is shown. */
	readonly recordAccess: (action: AccessEntry['action'], what: string, detail: string) => Promise<void>;
	/** The person's terminal. Only what is ours goes there, never recorded bytes. */
	readonly stdout: NodeJS.WriteStream;
	readonly environment: Readonly<Record<string, string | undefined>>;
};
