import type {Rectangle} from '../pane/pane-frame.ts';
import {chooseLayout} from '../layout.ts';
import type {Size} from '../layout.ts';
import type {PanelState} from './panel/panel-state.ts';

/** Which row of the terminal has what; `undefined` for what has no room. The pane has the rest. */
export type PlayerLayout = {
	readonly title: number | undefined;
	readonly pane: Rectangle;
	/** The events: beside the pane with a line between, or below it. */
	readonly panel: Rectangle | undefined;
	readonly bar: number | undefined;
	readonly marks: number | undefined;
	readonly status: number;
	readonly hints: number | undefined;
};

/** Where the events stand, and by how many steps they may be larger or smaller than by themselves. */
export type PanelRoom = {
	readonly place: 'beside' | 'below' | 'row' | 'none';
	readonly least: number;
	readonly most: number;
};

type Shown = {readonly isFull: boolean; readonly isBarShown: boolean; readonly panel: PanelState};

const besideColumns = 36;
const besideStep = 4;
const belowRows = 4; // A header and three events.
const belowStep = 2;

/** Share out the rows. With `isFull` the recording gets all but the status row, and the bar its row for as long as `isBarShown`. */
export function layOutPlayer(size: Size, {isFull, isBarShown, panel}: Shown): PlayerLayout {
	const last = size.rows - 1;
	if (isFull) {
		const bar = isBarShown ? last - 1 : undefined;
		return {title: undefined, pane: rectangle(size, 0, bar ?? last), panel: undefined, bar, marks: undefined, status: last, hints: undefined};
	}

	const hints = last;
	const status = hints - 1;
	const marks = chooseLayout(size).isShort ? undefined : status - 1;
	const bar = (marks ?? status) - 1;
	return {title: 0, ...placePanel(size, bar, panel), bar, marks, status, hints};
}

/** What the events may take of a terminal of this size. */
export function findPanelRoom(size: Size): PanelRoom {
	const {width, isShort} = chooseLayout(size);
	if (isShort) {
		return {place: 'none', least: 0, most: 0};
	}

	switch (width) {
		case 'wide': {
			return {place: 'beside', least: -2, most: Math.floor((size.columns - besideColumns - 60) / besideStep)};
		}

		case 'normal': {
			// The recording keeps at least half of the rows.
			return {place: 'below', least: -1, most: Math.max(0, Math.floor((((size.rows - 5) / 2) - belowRows) / belowStep))};
		}

		case 'narrow': {
			return {place: 'row', least: 0, most: 0};
		}
	}
}

function placePanel(size: Size, bar: number, {isOpen, growth}: PanelState): Pick<PlayerLayout, 'pane' | 'panel'> {
	const {place, least, most} = findPanelRoom(size);
	const steps = Math.max(least, Math.min(most, growth));
	if (!isOpen || place === 'none') {
		return {pane: rectangle(size, 1, bar), panel: undefined};
	}

	if (place === 'beside') {
		const columns = besideColumns + (steps * besideStep);
		const left = size.columns - columns;
		const all = rectangle(size, 1, bar);
		return {pane: {...all, columns: left}, panel: {...all, left, columns}};
	}

	const rows = place === 'row' ? 1 : belowRows + (steps * belowStep);
	return {pane: rectangle(size, 1, bar - rows), panel: rectangle(size, bar - rows, bar)};
}

/** From the row `top` to before the row `end`. */
function rectangle({columns}: Size, top: number, end: number): Rectangle {
	return {left: 0, top, columns, rows: Math.max(0, end - top)};
}
