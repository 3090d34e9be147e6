import type {Clock} from '../clock.ts';
import type {Config} from '../config.ts';
import type {KeyBinding} from '../keys/key-table.ts';
import type {AccessEntry, Store} from '../store/store.ts';
import type {Theme} from './theme.ts';
import type {Work} from './work.ts';

/** All that the console gets from outside. */
export type ConsoleOptions = {
	/** Opens a store; called after the first frame. No address means the one chosen at start. */
	readonly openStore: (address?: string) => Promise<Store>;
	/** Name of that store for the title. */
	readonly storeName: string;
	readonly isDemo: boolean;
	/** Write into the access log who looks at what; when it throws nothing is shown. */
	readonly recordAccess: (store: Store, entry: Omit<AccessEntry, 'at' | 'who'>) => Promise<void>;
	readonly work: Work;
	/** Who looks: login name. */
	readonly who: string;
	readonly clock: Clock;
	readonly config: Config;
	/** The key table with the person's changes; the table itself without. */
	readonly keys?: readonly KeyBinding[] | undefined;
	/** The person's own themes by name. */
	readonly themes?: Readonly<Record<string, Theme>> | undefined;
	/** What the person should know from the start on, such as a file that could not be used. */
	readonly notice?: string | undefined;
	/** Filter to start with. */
	readonly query: string;
	/** Start in the player: an address, `HOST/REC[@POSITION]`. */
	readonly play?: string | undefined;
	/** Commands of the palette to begin with, without their colon; with `play`, once its recording is open. */
	readonly commands?: readonly string[] | undefined;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly environment: Readonly<Record<string, string | undefined>>;
};
