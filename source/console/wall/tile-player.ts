import type {Playback} from '../../playback/playback.ts';
import {printAddress} from '../../store/address.ts';
import type {Session} from '../../store/store.ts';
import type {ColorLevel} from '../pane/color-level.ts';
import type {Pan, PaneView} from '../pane/pane-frame.ts';
import {followCursor} from '../player/pan.ts';
import {createPlayingPane} from '../player/playing-pane.ts';
import {createWorkQueue} from '../player/work-queue.ts';
import type {Ports} from '../ports.ts';

/** One recording of the wall, at its live edge. */
export type TilePlayer = {
	readonly show: (view: PaneView) => void;
	/** Go to the newest that was recorded. */
	readonly follow: () => Promise<void>;
	readonly paintAgain: () => void;
	readonly expectRedraw: () => void;
	/** Leaves the place blank. */
	readonly close: () => Promise<void>;
};

type Options = {
	readonly ports: Ports;
	readonly colors: ColorLevel;
	readonly fps: number;
	/** The recording cannot be read, or must not be shown. */
	readonly onProblem: (message: string) => void;
};

/** Opens the recording, after the access log knows of it. */
export function createTilePlayer(session: Session, {ports, colors, fps, onProblem}: Options): TilePlayer {
	let playback: Playback | undefined;
	let view: PaneView | undefined;
	let pan: Pan = {column: 0, row: 0};
	let isClosed = false;
	const queue = createWorkQueue(error => {
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
		await ports.recordAccess('show', printAddress(session), 'live wall');
		// Late: the emulator takes long to load, and a list needs none.
		const [store, {openPlayback}] = await Promise.all([ports.getStore(), import('../../playback/open-playback.ts')]);
		const opened = await openPlayback(store, session);
		await opened.seek(opened.lengthMs);
		playback = opened;
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

	queue.push(open);
	return {
		show(next) {
			view = next;
			// While a screen is on its way the pane waits for it.
			if (!queue.isBusy()) {
				paint();
			}
		},
		async follow() {
			if (queue.isBusy()) {
				return;
			}

			queue.push(async () => {
				if (playback === undefined || !await playback.refresh()) {
					return;
				}

				await playback.seek(playback.lengthMs);
				paint();
			});
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
