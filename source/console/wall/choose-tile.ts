import type {KeyAction} from '../../keys/key-table.ts';
import type {Session} from '../../store/store.ts';
import {addressOf} from '../sessions/address-of.ts';
import type {State} from '../state.ts';
import {changeWall} from './change-wall.ts';
import {layOutWall} from './lay-out-wall.ts';
import type {WallState} from './wall-state.ts';

/** The chosen tile's session. */
export function chosenTile({sessions, selected}: WallState): Session | undefined {
	return sessions.find(session => addressOf(session) === selected);
}

/** The sessions that have a tile now, in the order of the tiles. */
export function listTiles({wall, size}: State): readonly Session[] {
	const {places} = layOutWall(size, wall.side);
	const byAddress = new Map(wall.sessions.map(session => [addressOf(session), session]));
	return wall.order.slice(wall.first, wall.first + places.length).map(address => byAddress.get(address)).filter(session => session !== undefined);
}

/** Choose the tile in a direction; at the edge the choice stays. */
export function moveTile(state: State, action: KeyAction): State {
	const {wall, size} = state;
	const {across} = layOutWall(size, wall.side);
	const steps: Partial<Record<KeyAction, number>> = {'wall.left': -1, 'wall.right': 1, 'wall.up': -across, 'wall.down': across};
	const from = Math.max(0, wall.order.indexOf(wall.selected ?? ''));
	const to = from + (steps[action] ?? 0);
	const isSideways = action === 'wall.left' || action === 'wall.right';
	const isOtherRow = isSideways && Math.floor(to / across) !== Math.floor(from / across);
	const selected = isOtherRow ? undefined : wall.order[to];
	return selected === undefined ? state : keepTileVisible(changeWall(state, {selected}));
}

/** Choose the tile that a cell of the terminal is of; `undefined` between them and beside. */
export function chooseTile(state: State, {column, row}: {readonly column: number; readonly row: number}): State | undefined {
	const {places} = layOutWall(state.size, state.wall.side);
	const at = places.findIndex(({left, columns, top, rows}) => column >= left && column < left + columns && row >= top - 1 && row < top + rows);
	const session = at === -1 ? undefined : listTiles(state)[at];
	return session === undefined ? undefined : changeWall(state, {selected: addressOf(session)});
}

/** Begin with the tile row that keeps the chosen tile seen; without a choice the first one is chosen. */
export function keepTileVisible(state: State): State {
	const {wall, size} = state;
	const {across, down} = layOutWall(size, wall.side);
	const at = Math.max(0, wall.order.indexOf(wall.selected ?? ''));
	const rowOf = (index: number): number => Math.floor(index / across);
	const lastRow = Math.max(0, rowOf(wall.order.length - 1) - down + 1);
	const firstRow = Math.min(lastRow, Math.max(rowOf(at) - down + 1, Math.min(rowOf(wall.first), rowOf(at))));
	return changeWall(state, {selected: wall.order[at], first: Math.max(0, firstRow) * across});
}
