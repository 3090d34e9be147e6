import {render} from 'ink';
import {App} from './app.tsx';
import type {SuspendTerminal} from './app.tsx';
import type {ConsoleOptions} from './console-options.ts';
import {createEffects} from './effects.ts';
import type {Effects} from './effects.ts';
import type {Host} from './host.ts';
import {initialState} from './initial-state.ts';
import {createLoop} from './loop.ts';
import type {Loop} from './loop.ts';
import {createPorts} from './ports.ts';
import {listenRaw} from './mouse/listen-raw.ts';
import {mouseOff, mouseOn} from './mouse/mouse-mode.ts';
import {isMouseActive} from './mouse/update-mouse.ts';
import {reportFault} from './report-fault.ts';
import {holdTerminal} from './hold-terminal.ts';
import {suspendToShell} from './suspend.ts';

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
	let stopListening: (() => void) | undefined;
	const ports = createPorts(options);
	const {isReader} = ports;
	let given = Promise.resolve();
	/** Give the terminal away while the work lasts. One after the other: Ink throws where it is away already. */
	const give = (work: () => Promise<void>): void => {
		given = given.then(async () => {
			effects.expectRedraw();
			await suspendTerminal?.(work);
		});
	};

	const host: Host = {
		redraw() {
			give(async () => {
				// Nobody takes the terminal: coming back draws it anew.
			});
		},
		suspend() {
			give(async () => {
				// The shell's programs know nothing of our mouse reports.
				const hadMouse = isMouseActive(loop.getState());
				stdout.write(hadMouse ? mouseOff : '');
				await suspendToShell();
				stdout.write(hadMouse ? mouseOn : '');
			});
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
		interactive: true, // Also where CI is set: whoever opens the console has a terminal.
		alternateScreen: !isReader, // Screen readers follow what scrolls by.
		incrementalRendering: !isReader,
		maxFps: options.config.fps ?? 30,
		isScreenReaderEnabled: isReader,
		onRender() {
			// React has drawn the newest: it commits a change of the loop before any timer of Ink's runs.
			effects.paintAgain(loop.getDrawn());
		},
	});
	try {
		await ink.waitUntilRenderFlush();
		stopListening = listenRaw(stdin, options.clock, loop.dispatch);
		if (isMouseActive(loop.getState())) {
			stdout.write(mouseOn);
		}

		begin(loop, options);
		await ink.waitUntilExit();
	} catch (error) {
		// Thrown while drawing: Ink has left the terminal already.
		fault ??= {error};
	} finally {
		stopListening?.();
		if (isMouseActive(loop.getState())) {
			stdout.write(mouseOff);
		}

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
		const stage = loop.getState().player?.stage ?? 'opening';
		if (stage === 'opening') {
			return;
		}

		stop();
		obey(commands);
	});
	obey([`play ${play}`]);
}
