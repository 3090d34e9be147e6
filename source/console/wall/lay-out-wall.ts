import {chooseLayout} from '../layout.ts';
import type {Size} from '../layout.ts';
import type {Rectangle} from '../pane/pane-frame.ts';
import type {Side} from './wall-state.ts';

/** Where the tiles stand. Each has a head row above its rectangle. */
export type WallLayout = {
	readonly across: number;
	readonly down: number;
	/** From left to right, then down. The rectangles are of the recorded screens. */
	readonly places: readonly Rectangle[];
};

const top = 2; // Title and filter.
const bottom = 2; // Details and key hints.
/** A tile with less shows nothing worth its head: a rule between tiles included. */
const leastRows = 4;

/** Share out the terminal. Narrow ones have the tiles below each other, short ones as many as have room. */
export function layOutWall(size: Size, side: Side | undefined): WallLayout {
	const {width} = chooseLayout(size);
	const wanted = side ?? usualSide(size);
	const body = size.rows - top - bottom;
	const across = width === 'narrow' ? 1 : wanted;
	const down = Math.max(1, Math.min(wanted, Math.floor((body + 1) / leastRows)));
	const places = Array.from({length: across * down}, (_, index) => placeTile({across, down, index}, {columns: size.columns, rows: body}));
	return {across, down, places};
}

/** 3×3 where each tile keeps a third of a usual terminal, else 2×2. */
export function usualSide(size: Size): Side {
	const {width, isTall} = chooseLayout(size);
	return width === 'wide' && isTall ? 3 : 2;
}

type Place = {readonly across: number; readonly down: number; readonly index: number};

/** A column of the terminal parts tiles side by side, a row those below each other. */
function placeTile({across, down, index}: Place, room: Size): Rectangle {
	const columns = share(room.columns, across, index % across);
	const rows = share(room.rows, down, Math.floor(index / across));
	return {left: columns.from, columns: columns.length, top: top + rows.from + 1, rows: rows.length - 1};
}

function share(total: number, parts: number, index: number): {readonly from: number; readonly length: number} {
	const from = Math.ceil(((total + 1) * index) / parts);
	const until = Math.ceil(((total + 1) * (index + 1)) / parts);
	return {from, length: until - from - 1};
}
