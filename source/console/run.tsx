import {render} from 'ink';
import type {Clock} from '../clock.ts';
import type {Config} from '../config.ts';
import type {AccessEntry, Store} from '../store/store.ts';
import {App, type SuspendTerminal} from './app.tsx';
import {createEffects, type Effects, type Host} from './effects.ts';
import {initialState} from './initial-state.ts';
import {createLoop, type Loop} from './loop.ts';
import {createPorts} from './ports.ts';
import {reportFault} from './report-fault.ts';
import {holdTerminal} from './hold-terminal.ts';
import {suspendToShell} from './suspend.ts';

export type ConsoleOptions = {
	/** Opens a store; called after the first frame. No address means the one chosen at start. */
	readonly openStore: (address?: string) => Promise<Store>;
	/** Name of that store for the title. */
	readonly storeName: string;
	readonly isDemo: boolean;
	/** Write into the access log who looks at what; when it throws nothing is shown. */
	readonly recordAccess: (store: Store, entry: Omit<AccessEntry, 'at' | 'who'>) => Promise<void>;
	/** Who looks: login name. */
	readonly who: string;
	readonly clock: Clock;
	readonly config: Config;
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

const faultCode = 70;

/**
Run the console until the person leaves it.

The terminal is left as it was found, however the console ends: by a key, a signal, or a fault of ours, which is told in one line on stderr.

@returns The exit code.
*/
export async function runConsole(options: ConsoleOptions): Promise<number> {
	const {stdin, stdout, stderr} = options;
	let exitCode = 0;
	let fault: {readonly error: unknown} | undefined;
	let suspendTerminal: SuspendTerminal | undefined;
	const ports = createPorts(options);
	const host: Host = {
		redraw() {
			void suspendTerminal?.(async () => {
				// Nobody takes the terminal: coming back draws it anew.
			});
		},
		suspend() {
			void suspendTerminal?.(suspendToShell);
		},
		exit(code) {
			exitCode = code;
			ink.unmount();
		},
		crash(error) {
			// A fault while leaving after a fault tells less than the first.
			fault ??= {error};
			ink.unmount();
		},
	};
	const effects: Effects = createEffects(ports, host, action => {
		loop.dispatch(action);
	});
	const loop: Loop = createLoop(initialState(options), effects.run);
	const releaseTerminal = holdTerminal(host);
	const ink = render(<App loop={loop} onReady={suspend => {
		suspendTerminal = suspend;
	}}/>, {
		stdin, stdout, stderr,
		exitOnCtrlC: false,
		patchConsole: false,
		alternateScreen: true,
		incrementalRendering: true,
		maxFps: options.config.fps ?? 30,
		isScreenReaderEnabled: options.environment.INK_SCREEN_READER === 'true',
		onRender() {
			effects.player.paintAgain();
		},
	});
	try {
		await ink.waitUntilRenderFlush();
		begin(loop, options);
		await ink.waitUntilExit();
	} catch (error) {
		// Thrown while drawing: Ink has left the terminal already.
		fault ??= {error};
	} finally {
		releaseTerminal();
		await effects.close();
		await ports.close();
	}

	if (fault === undefined) {
		return exitCode;
	}

	stderr.write(reportFault(fault.error, options.environment));
	return faultCode;
}

/** The first frame is drawn: now read the store. Commands wait for the recording that is to be played. */
function begin(loop: Loop, {play, commands = []}: ConsoleOptions): void {
	const obey = (lines: readonly string[]): void => {
		for (const line of lines) {
			loop.dispatch({type: 'commanded', line});
		}
	};

	loop.dispatch({type: 'started'});
	if (play === undefined) {
		obey(commands);
		return;
	}

	const stop = loop.subscribe(() => {
		if (loop.getState().player === undefined) {
			return;
		}

		stop();
		obey(commands);
	});
	obey([`play ${play}`]);
}
