import {render} from 'ink';
import type {Clock} from '../clock.ts';
import type {Config} from '../config.ts';
import type {AccessEntry, Store} from '../store/store.ts';
import {App} from './app.tsx';
import {createEffects, type Effects} from './effects.ts';
import {initialState} from './initial-state.ts';
import {createLoop} from './loop.ts';
import type {Ports} from './ports.ts';

export type ConsoleOptions = {
	/** Opens a store; called after the first frame. No address means the one chosen at start. */
	readonly openStore: (address?: string) => Promise<Store>;
	/** Name of that store for the title. */
	readonly storeName: string;
	readonly isDemo: boolean;
	/** Write into the access log who looks at what; when it throws nothing is shown. */
	readonly recordAccess: (store: Store, entry: Omit<AccessEntry, 'at' | 'who'>) => Promise<void>;
	readonly who: string;
	readonly clock: Clock;
	readonly config: Config;
	/** Filter to start with. */
	readonly query: string;
	/** Start in the player on this recording. */
	readonly play?: {readonly host: string; readonly rec: string; readonly positionMs: number; readonly speed?: number} | undefined;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly environment: Readonly<Record<string, string | undefined>>;
};

/**
Run the console until the person leaves it.

The terminal is left as it was found, however the console ends.

@returns The exit code.
*/
export async function runConsole(options: ConsoleOptions): Promise<number> {
	const {stdin, stdout, stderr} = options;
	let store: Promise<Store> | undefined;
	let exitCode = 0;
	const ports: Ports = {
		clock: options.clock,
		stdout,
		environment: options.environment,
		async getStore() {
			store ??= options.openStore();
			return store;
		},
		async changeStore() {
			throw new Error('not yet');
		},
		async recordAccess(action, what, detail) {
			await options.recordAccess(await ports.getStore(), {action, what, detail});
		},
	};
	const host = {
		redraw: () => undefined,
		suspend: () => undefined,
		exit(code: number) {
			exitCode = code;
			ink.unmount();
		},
	};
	const effects: Effects = createEffects(ports, host, action => {
		loop.dispatch(action);
	});
	const loop = createLoop(initialState(options), effects.run);
	const ink = render(<App loop={loop}/>, {
		stdin, stdout, stderr,
		exitOnCtrlC: false,
		patchConsole: false,
		alternateScreen: true,
		incrementalRendering: true,
		maxFps: 30,
		onRender() {
			effects.player.paintAgain();
		},
	});
	await ink.waitUntilRenderFlush();
	loop.dispatch({type: 'started'});
	await ink.waitUntilExit();
	await effects.close();
	return exitCode;
}
