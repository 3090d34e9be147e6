import type {Cursor} from '../../terminal/screen.ts';
import type {Pan} from '../pane/pane-frame.ts';

type Extent = {readonly columns: number; readonly rows: number};

/** How near to the pane's edge the cursor may come before the view moves. */
const marginColumns = 8;
const marginRows = 2;

/** Move the view by half a pane, as often as needed, until the cursor is inside it with a margin. A hidden cursor moves nothing. */
export function followCursor(pan: Pan, cursor: Cursor, {recorded, visible}: {readonly recorded: Extent; readonly visible: Extent}): Pan {
	const clamped = clampPan(pan, {recorded, visible});
	if (!cursor.isVisible) {
		return clamped;
	}

	return {
		column: follow(clamped.column, cursor.column, {length: recorded.columns, window: visible.columns, margin: marginColumns}),
		row: follow(clamped.row, cursor.row, {length: recorded.rows, window: visible.rows, margin: marginRows}),
	};
}

/** Keep the view inside the recorded screen. */
export function clampPan(pan: Pan, {recorded, visible}: {readonly recorded: Extent; readonly visible: Extent}): Pan {
	return {
		column: clamp(pan.column, recorded.columns - visible.columns),
		row: clamp(pan.row, recorded.rows - visible.rows),
	};
}

function follow(start: number, at: number, {length, window, margin}: {readonly length: number; readonly window: number; readonly margin: number}): number {
	const most = Math.max(0, length - window);
	// In a very small pane a full margin would leave the cursor no place at all.
	const near = Math.min(margin, Math.floor((window - 1) / 4));
	const half = Math.max(1, Math.floor(window / 2));
	let next = start;
	while (next > 0 && at < next + near) {
		next = Math.max(0, next - half);
	}

	while (next < most && at >= next + window - near) {
		next = Math.min(most, next + half);
	}

	return next;
}

function clamp(value: number, most: number): number {
	return Math.max(0, Math.min(value, most));
}
