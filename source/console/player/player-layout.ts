import type {Rectangle} from '../pane/pane-frame.ts';
import {chooseLayout} from '../layout.ts';
import type {Size} from '../layout.ts';

/** Which row of the terminal has what; `undefined` for what has no room. The pane has the rest. */
export type PlayerLayout = {
	readonly title: number | undefined;
	readonly pane: Rectangle;
	readonly bar: number | undefined;
	readonly marks: number | undefined;
	readonly status: number;
	readonly hints: number | undefined;
};

/** Share out the rows. With `isFull` the recording gets all but the status row, and the bar its row for as long as `isBarShown`. */
export function layOutPlayer(size: Size, {isFull, isBarShown}: {readonly isFull: boolean; readonly isBarShown: boolean}): PlayerLayout {
	const last = size.rows - 1;
	if (isFull) {
		const bar = isBarShown ? last - 1 : undefined;
		return {title: undefined, pane: rectangle(size, 0, bar ?? last), bar, marks: undefined, status: last, hints: undefined};
	}

	const hints = last;
	const status = hints - 1;
	const marks = chooseLayout(size).isShort ? undefined : status - 1;
	const bar = (marks ?? status) - 1;
	return {title: 0, pane: rectangle(size, 1, bar), bar, marks, status, hints};
}

/** From the row `top` to before the row `end`. */
function rectangle({columns}: Size, top: number, end: number): Rectangle {
	return {left: 0, top, columns, rows: Math.max(0, end - top)};
}
