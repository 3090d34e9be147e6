import type {Clock} from '../clock.ts';
import type {AccessEntry, Store} from '../store/store.ts';
import type {ConsoleOptions} from './console-options.ts';
import type {Work} from './work.ts';

/** The ways out of the console that effects use; made once in `run.tsx`. */
export type Ports = {
	readonly clock: Clock;
	/** The store, opened on first use, after the first frame. A store that could not be opened is tried again. */
	readonly getStore: () => Promise<Store>;
	/** Work on another store, once that is open; the answer is its name. */
	readonly changeStore: (address: string) => Promise<string>;
	/** Write down who looks at what; must have succeeded before anything is shown. */
	readonly recordAccess: (action: AccessEntry['action'], what: string, detail: string) => Promise<void>;
	/** The person's terminal. Only what is ours goes there, never recorded bytes. */
	readonly stdout: NodeJS.WriteStream;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Nothing is painted: the recorded screen is told as text. */
	readonly isReader: boolean;
	/** How many base64 characters the terminal is sent at most. */
	readonly clipboardLimit: number;
	readonly work: Work;
	/** Who looks: login name. */
	readonly who: string;
	/** How often to paint at most, if the person has set it. */
	readonly fps: number | undefined;
};

export function createPorts({clock, openStore, recordAccess, stdout, environment, config, work, who}: ConsoleOptions): Ports & {readonly close: () => Promise<void>} {
	let opening: Promise<Store> | undefined;

	async function open(): Promise<Store> {
		try {
			return await openStore();
		} catch (error) {
			opening = undefined;
			throw error;
		}
	}

	async function getStore(): Promise<Store> {
		opening ??= open();
		return opening;
	}

	async function close(): Promise<void> {
		const last = opening;
		opening = undefined;
		// One that could not be opened has nothing to close, and its error was told.
		const store = await last?.catch(() => undefined);
		await store?.close();
	}

	return {
		clock,
		stdout,
		environment,
		isReader: environment.INK_SCREEN_READER === 'true',
		clipboardLimit: config.clipboardLimit,
		work,
		who,
		fps: config.fps,
		getStore,
		async changeStore(address) {
			const store = await openStore(address);
			await close();
			opening = Promise.resolve(store);
			return address;
		},
		async recordAccess(action, what, detail) {
			await recordAccess(await getStore(), {action, what, detail});
		},
		close,
	};
}
