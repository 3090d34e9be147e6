import type {Playback} from '../../playback/playback.ts';
import {printAddress} from '../../store/address.ts';
import type {Session} from '../../store/store.ts';
import type {ColorLevel} from '../pane/color-level.ts';
import type {Pan, PaneView} from '../pane/pane-frame.ts';
import {followCursor} from '../player/pan.ts';
import {createRetryTimes} from '../player/retry-times.ts';
import {createPlayingPane} from '../player/playing-pane.ts';
import {createWorkQueue} from '../player/work-queue.ts';
import type {Ports} from '../ports.ts';

/** One recording of the wall, at its live edge. */
export type TilePlayer = {
	readonly show: (view: PaneView) => void;
	/** Go to the newest that was recorded, if the store has grown; what has failed is tried again after a while. */
	readonly follow: (hasGrown: boolean) => void;
	readonly paintAgain: (room: PaneView | undefined) => void;
	readonly expectRedraw: () => void;
	/** Leaves the place blank. */
	readonly close: () => Promise<void>;
};

type Options = {
	readonly ports: Ports;
	readonly colors: ColorLevel;
	readonly fps: number;
	/** The recording cannot be read, or must not be shown; `undefined` when it can be again. */
	readonly onProblem: (message: string | undefined) => void;
};

/** Opens the recording, after the access log knows of it. */
export function createTilePlayer(session: Session, {ports, colors, fps, onProblem}: Options): TilePlayer {
	let playback: Playback | undefined;
	let view: PaneView | undefined;
	let pan: Pan = {column: 0, row: 0};
	let isClosed = false;
	let isLogged = false;
	let hasFailed = false;
	const retries = createRetryTimes(ports.clock);
	const queue = createWorkQueue(error => {
		hasFailed = true;
		retries.fail();
		onProblem(error instanceof Error ? error.message : String(error));
	});
	const pane = createPlayingPane({
		output: ports.stdout, colors, clock: ports.clock, fps,
		onUnshown() {
			// The wall has no room to tell it; the player does.
		},
		onCostly() {
			// Nothing is marked on the wall.
		},
		readSource: () => playback && {emulator: playback.emulator, isSeeking: false},
	});

	async function open(): Promise<void> {
		if (!isLogged) {
			await ports.recordAccess('show', printAddress(session), 'live wall');
			isLogged = true;
		}

		// Late: the emulator takes long to load, and a list needs none.
		const [store, {openPlayback}] = await Promise.all([ports.getStore(), import('../../playback/open-playback.ts')]);
		const opened = await openPlayback(store, session);
		try {
			await opened.seek(opened.lengthMs);
		} catch (error) {
			await opened.close();
			throw error;
		}

		playback = opened;
	}

	async function goToEdge(): Promise<void> {
		if (playback === undefined) {
			await open();
		} else if (await playback.refresh() || hasFailed) {
			await playback.seek(playback.lengthMs);
		} else {
			return;
		}

		if (hasFailed) {
			hasFailed = false;
			onProblem(undefined);
		}

		retries.succeed();
		paint();
	}

	/** The part of the recording round its cursor. */
	function paint(): void {
		if (playback === undefined || view === undefined || isClosed) {
			return;
		}

		const {emulator} = playback;
		pan = followCursor(pan, emulator.readCursor(), {recorded: emulator, visible: view.rectangle});
		pane.show({...view, pan});
	}

	queue.push(goToEdge);
	return {
		show(next) {
			view = next;
			// While a screen is on its way the pane waits for it.
			if (!queue.isBusy()) {
				paint();
			}
		},
		follow(hasGrown) {
			if (!queue.isBusy() && (hasFailed ? retries.isDue() : hasGrown)) {
				queue.push(goToEdge);
			}
		},
		paintAgain: pane.paintAgain,
		expectRedraw: pane.expectRedraw,
		async close() {
			isClosed = true;
			pane.show(undefined);
			await queue.close();
			await playback?.close();
		},
	};
}
