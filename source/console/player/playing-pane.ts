import type {Clock} from '../../clock.ts';
import type {Emulator} from '../../terminal/emulator.ts';
import {openPane} from '../pane.ts';
import type {PaneOutput} from '../pane.ts';
import type {ColorLevel} from '../pane/color-level.ts';
import type {PaneView} from '../pane/pane-frame.ts';
import {createFrameRate} from './frame-rate.ts';

/** Longest time that a program may keep its frame back (`CSI ? 2026 h`). */
const longestHoldMs = 100;
/** After a change of the layout Ink may draw this long over the pane's place. */
const unsettledMs = 500;
const unsettledFrames = 2;

/** The pane together with what it shows, where, and when it may be painted. */
export type PlayingPane = {
	readonly show: (view: PaneView | undefined) => void;
	/** Paint what playing changed, if a frame is due. */
	readonly paintNext: () => void;
	/** Paint what changed now: nothing follows soon. */
	readonly paintNow: () => void;
	/** Ink has drawn a frame that has room for the pane there, or none. */
	readonly paintAgain: (room: PaneView | undefined) => void;
	/** The terminal is away or in an unknown state: paint nothing until Ink has drawn everything, then all. */
	readonly expectRedraw: () => void;
	/** Tell how many characters in view cannot be shown, if that has changed; painting now does so by itself. */
	readonly tellUnshown: () => void;
	/** Paint at most so often a second. */
	readonly setFps: (fps: number) => void;
};

type Options = {
	readonly output: PaneOutput;
	readonly colors: ColorLevel;
	readonly clock: Clock;
	readonly fps: number;
	readonly onUnshown: (count: number) => void;
	/** Told once of a pattern that takes too long to mark; after the painting. */
	readonly onCostly: (message: string) => void;
	/** `isSeeking`: the emulator is on its way, the picture before it stays. */
	readonly readSource: () => {readonly emulator: Emulator; readonly isSeeking: boolean} | undefined;
};

export function createPlayingPane({output, colors, clock, fps, onUnshown, onCostly, readSource}: Options): PlayingPane {
	let rate = createFrameRate(clock, fps);
	let view: PaneView | undefined;
	/** Elsewhere Ink believes its own text to be on the terminal, and would never write it again. */
	let room: string | undefined;
	let heldSince: number | undefined;
	let unsettledSince = -Infinity;
	let framesSince = 0;
	let isAway = false;
	let unshown = 0;
	const pane = openPane(output, colors, {
		readFrame() {
			const source = readSource();
			return isAway || view === undefined || source === undefined || place(view) !== room ? undefined : {emulator: source.emulator, view, isHeld: source.isSeeking};
		},
		onCostly(message) {
			queueMicrotask(() => {
				onCostly(message);
			});
		},
	});

	function unsettle(): void {
		unsettledSince = clock.elapsedMs();
		framesSince = 0;
	}

	function isProgramHolding(): boolean {
		if (readSource()?.emulator.isHoldingPaint() !== true) {
			heldSince = undefined;
			return false;
		}

		heldSince ??= clock.elapsedMs();
		return clock.elapsedMs() - heldSince < longestHoldMs;
	}

	function paint(): void {
		const startedAt = clock.elapsedMs();
		const result = pane.paint();
		rate.report({wasDropped: result === 'dropped', tookMs: clock.elapsedMs() - startedAt});
	}

	function tellUnshown(): void {
		const count = pane.countUnshown();
		if (count === unshown) {
			return;
		}

		unshown = count;
		onUnshown(count);
	}

	return {
		show(next) {
			if (place(next) !== place(view)) {
				unsettle();
				pane.erase(next?.terminal.rows);
			}

			view = next;
			pane.paint();
			tellUnshown();
		},
		paintNext() {
			if (!isProgramHolding() && rate.isDue()) {
				paint();
			}
		},
		paintNow() {
			paint();
			tellUnshown();
		},
		paintAgain(drawn) {
			framesSince++;
			isAway = false;
			room = place(drawn);
			// Chrome that changes above and below the pane leaves its rows alone; what stands beside it shares them.
			const hasNeighbour = view !== undefined && view.rectangle.columns < view.terminal.columns;
			if (hasNeighbour || framesSince <= unsettledFrames || clock.elapsedMs() - unsettledSince < unsettledMs) {
				pane.repaint();
			}
		},
		expectRedraw() {
			unsettle();
			isAway = true;
		},
		tellUnshown,
		setFps(most) {
			rate = createFrameRate(clock, most);
		},
	};
}

function place(view: PaneView | undefined): string {
	return JSON.stringify([view?.rectangle, view?.terminal]);
}
