import {openPane} from '../../source/console/pane.ts';
import type {Pane} from '../../source/console/pane.ts';
import type {ColorLevel} from '../../source/console/pane/color-level.ts';
import type {PaneView} from '../../source/console/pane/pane-frame.ts';
import type {Emulator} from '../../source/terminal/emulator.ts';

export type PaintOptions = {
	readonly emulator: Emulator;
	readonly colors?: ColorLevel;
	readonly view?: Partial<PaneView>;
};

/** A pane at the upper left of a terminal, as large as the recording unless the view says otherwise, and what it has written. */
export function paintOn({emulator, colors = 'truecolor', view = {}}: PaintOptions) {
	const written: string[] = [];
	const costly: string[] = [];
	const drains: Array<() => void> = [];
	const output = {
		writableNeedDrain: false,
		write(text: string) {
			written.push(text);
			return true;
		},
		once(_event: 'drain', listener: () => void) {
			drains.push(listener);
		},
	};
	const settings = {
		view: makeView(emulator, view),
		isHeld: false,
		isHidden: false,
		isSlow(isSlow: boolean) {
			output.writableNeedDrain = isSlow;
			for (const drain of isSlow ? [] : drains.splice(0)) {
				drain();
			}
		},
	};
	const pane: Pane = openPane(output, colors, {
		readFrame: () => settings.isHidden ? undefined : {emulator, view: settings.view, isHeld: settings.isHeld},
		onCostly(message) {
			costly.push(message);
		},
	});
	return {pane, costly, settings, takeWritten: () => written.splice(0).join('')};
}

export function makeView({columns, rows}: Emulator, view: Partial<PaneView> = {}): PaneView {
	return {
		rectangle: {left: 0, top: 0, columns, rows},
		terminal: {columns, rows: rows + 1},
		pan: {column: 0, row: 0},
		isDimmed: false,
		banner: undefined, footer: undefined, patterns: [], chosen: undefined,
		isAscii: false,
		isMono: false,
		...view,
	};
}
