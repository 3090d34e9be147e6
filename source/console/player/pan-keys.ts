import type {KeyAction} from '../../keys/key-table.ts';
import type {Size} from '../layout.ts';
import {unchanged} from './outcome.ts';
import type {Outcome} from './outcome.ts';
import {clampPan, followCursor} from './pan.ts';
import {layOutPlayer} from './player-layout.ts';
import type {PlayerState} from './player-state.ts';

const stepColumns = 8;
const stepRows = 4;

const steps: Readonly<Partial<Record<KeyAction, readonly [columns: number, rows: number]>>> = {
	'pane.left': [-stepColumns, 0],
	'pane.right': [stepColumns, 0],
	'pane.up': [0, -stepRows],
	'pane.down': [0, stepRows],
};

/** Move the view of a recording larger than the pane; it no longer follows the cursor then. */
export function movePan(player: PlayerState, action: KeyAction, size: Size): Outcome {
	const [columns, rows] = steps[action] ?? [0, 0];
	const moved = {column: player.pan.column + columns, row: player.pan.row + rows};
	const pan = clampPan(moved, {recorded: player.screen, visible: layOutPlayer(size, player).pane});
	const isAtEdge = pan.column === player.pan.column && pan.row === player.pan.row;
	const next: PlayerState = {...player, pan, isPanFollowing: false};
	return isAtEdge ? {...unchanged(player), notice: 'No more of the recording on that side.'} : unchanged(next);
}

export function togglePanFollowing(player: PlayerState): Outcome {
	const isPanFollowing = !player.isPanFollowing;
	return {...unchanged({...player, isPanFollowing}), notice: isPanFollowing ? 'The view follows the cursor.' : nameKey => `The view stays; ${(['pane.left', 'pane.down', 'pane.up', 'pane.right'] as const).map(action => nameKey(action)).join(' ')} move it.`};
}

/** Keep the view on the recorded screen, and on its cursor if it is to follow that. */
export function settlePan(player: PlayerState, size: Size): PlayerState {
	const extents = {recorded: player.screen, visible: layOutPlayer(size, player).pane};
	const cursor = player.selection === undefined ? player.screen.cursor : {...player.selection.cursor, isVisible: true};
	const pan = player.isPanFollowing || player.selection !== undefined ? followCursor(player.pan, cursor, extents) : clampPan(player.pan, extents);
	return pan.column === player.pan.column && pan.row === player.pan.row ? player : {...player, pan};
}
