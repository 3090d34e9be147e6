import type {Core} from './core.ts';

const mostRows = 300; // As high as an emulator gets.

/** Which rows of the screen differ from what was read last, and how far the others have moved up meanwhile. */
export type ChangedRows = {
	/** Take what happened since the last call. `movedUp` counts rows that scrolled off the top of the whole screen: row R was row R + `movedUp`. */
	readonly take: () => {readonly movedUp: number; readonly rows: readonly number[]};
	readonly markAll: () => void;
};

/**
Watch the rows that change.

The emulator itself takes each scroll for a change of all rows; here a scroll of the whole screen changes one.

@param core - of a fresh terminal.
*/
export function watchChangedRows(core: Core): ChangedRows {
	const {_inputHandler: handler, _bufferService: service} = core;
	const changed = new Uint8Array(mostRows);
	let movedUp = 0;
	/** What a handler marks first and last: all between may have changed. */
	let first = 0;
	let last = -1;
	let isScrolling = false;

	function mark(from: number, until: number): void {
		first = last === -1 ? from : Math.min(first, from);
		last = Math.max(last, until);
	}

	function keepMarks(): void {
		changed.fill(1, first, last + 1);
		first = 0;
		last = -1;
	}

	function moveUp(rows: number): void {
		changed.copyWithin(0, 1);
		changed[rows - 1] = 1;
		movedUp++;
		if (last !== -1) {
			first = Math.max(0, first - 1); // Where it ends a handler may still have to say.
		}
	}

	const tracker = handler._dirtyRowTracker;
	const markDirty = tracker.markDirty.bind(tracker);
	tracker.markDirty = row => {
		mark(row, row);
		markDirty(row);
	};

	const markRangeDirty = tracker.markRangeDirty.bind(tracker);
	tracker.markRangeDirty = (from, until) => {
		if (!isScrolling) {
			mark(Math.min(from, until), Math.max(from, until));
		}

		markRangeDirty(from, until);
	};

	const clearRange = tracker.clearRange.bind(tracker);
	tracker.clearRange = () => {
		keepMarks();
		clearRange();
	};

	const scroll = service.scroll.bind(service);
	service.scroll = (attributes, isWrapped) => {
		const {lines, ybase, scrollTop, scrollBottom} = core.buffers.active;
		const rows = lines.length - ybase;
		isScrolling = scrollTop === 0 && scrollBottom === rows - 1;
		if (isScrolling) {
			moveUp(rows);
		}

		scroll(attributes, isWrapped);
		isScrolling = false;
	};

	function markAll(): void {
		mark(0, core.buffers.active.lines.length - core.buffers.active.ybase - 1);
	}

	handler.onRequestRefreshRows(rows => {
		if (rows === undefined) {
			markAll();
		}
	});

	handler.onRequestReset(markAll);

	return {
		take() {
			keepMarks();
			const rows: number[] = [];
			for (let row = changed.indexOf(1); row !== -1; row = changed.indexOf(1, row + 1)) {
				rows.push(row);
			}

			const taken = {movedUp, rows};
			movedUp = 0;
			changed.fill(0);
			return taken;
		},
		markAll,
	};
}
