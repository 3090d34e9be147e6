import type {KeyAction} from '../../keys/key-table.ts';
import {partList, scrollTo} from '../sessions/list-area.ts';
import {selectRow} from '../sessions/move-selection.ts';
import {findSelected, listShown} from '../sessions/shown-rows.ts';
import {chooseHit} from '../hits/choose-hit.ts';
import {findHitRow, listHitRows} from '../hits/hit-rows.ts';
import {partHits} from '../hits/hits-area.ts';
import {layOutPlayer} from '../player/player-layout.ts';
import {seekTo} from '../player/seek.ts';
import {changePlayer} from '../player/update-player.ts';
import type {State, Update} from '../state.ts';
import {clickFacets, clickTile, findTab} from './click-list.ts';
import type {Clicked} from './click-list.ts';
import type {MouseAction} from './mouse-action.ts';

const wheelRows = 3;

/** What the mouse means where it is, in actions of the key table: nothing needs it. `perform` does one. */
export function updateMouse(state: State, action: MouseAction, perform: (state: State, action: KeyAction) => Update): Update {
	if (action.type === 'scrolled') {
		return repeat(state, wheelAction(state, action.isDown), perform);
	}

	if (state.overlay !== undefined) {
		return same(state);
	}

	if (state.screen === 'player') {
		return clickBar(state, action.column, action.row);
	}

	const tab = findTab(state, action);
	if (tab !== undefined) {
		return perform(state, tab);
	}

	const clicked = clickFacets(state, action) ?? clickTile(state, action) ?? clickRow(state, action.row);
	return clicked?.onDouble === undefined || !action.isDouble ? same(clicked?.state ?? state) : perform(clicked.state, clicked.onDouble);
}

/** Keep what the terminal reports in step with the setting; a plain page leaves the mouse to the terminal's own selection. */
export function followMouse(before: State, state: State): Update {
	const isOn = isMouseActive(state);
	return {state, effects: isOn === isMouseActive(before) ? [] : [{type: 'setMouse', isOn}]};
}

export function isMouseActive({settings, overlay}: State): boolean {
	return settings.isMouseOn && overlay?.type !== 'page';
}

type Wheel = {readonly action: KeyAction; readonly times: number} | undefined;

function wheelAction({overlay, screen}: State, isDown: boolean): Wheel {
	if (overlay?.type === 'help' || overlay?.type === 'page' || overlay?.type === 'detail') {
		return {action: isDown ? 'move.down' : 'move.up', times: wheelRows};
	}

	if (overlay !== undefined) {
		return undefined;
	}

	switch (screen) {
		case 'player': {
			return {action: isDown ? 'seek.fwd5' : 'seek.back5', times: 1};
		}

		case 'live': {
			return {action: isDown ? 'wall.down' : 'wall.up', times: 1};
		}

		case 'sessions':
		case 'hits': {
			return {action: isDown ? 'move.down' : 'move.up', times: wheelRows};
		}
	}
}

function repeat(state: State, wheel: Wheel, perform: (state: State, action: KeyAction) => Update): Update {
	if (wheel === undefined) {
		return same(state);
	}

	let update = same(state);
	for (let count = 0; count < wheel.times; count++) {
		const next = perform(update.state, wheel.action);
		update = {state: next.state, effects: [...update.effects, ...next.effects]};
	}

	return update;
}

function clickRow(state: State, row: number): Clicked | undefined {
	const chosen = chooseAt(state, row);
	return chosen === undefined ? undefined : {state: chosen, onDouble: 'open'};
}

/** The list with the row under the mouse chosen; `undefined` where no row is. */
function chooseAt(state: State, row: number): State | undefined {
	const {sessions, hits, size, screen} = state;
	if (screen === 'sessions') {
		const shown = listShown(sessions);
		const height = partList(size, sessions.isPreviewOpen).list;
		const first = scrollTo(sessions.firstRow, Math.max(0, findSelected(sessions, shown)), {height, count: shown.length});
		const index = row - headRows;
		return index < 0 || index >= height || shown[first + index] === undefined ? undefined : selectRow(state, first + index);
	}

	if (screen !== 'hits') {
		return undefined;
	}

	const rows = listHitRows(hits);
	const {list, hasHeads} = partHits(size, hits.isPreviewOpen);
	const first = scrollTo(hits.firstRow, findHitRow(hits, rows), {height: list, count: rows.length});
	const index = row - (hasHeads ? headRows : headRows - 1);
	const chosen = index < 0 || index >= list ? undefined : rows[first + index];
	return chosen === undefined ? undefined : chooseHit(state, {address: chosen.address, index: chosen.index});
}

const headRows = 3; // Title, filter, column heads.

/** Go to the place of the bar that was clicked, on its own scale. */
function clickBar(state: State, column: number, row: number): Update {
	const {player, size} = state;
	if (player === undefined || row !== layOutPlayer(size, player).bar) {
		return same(state);
	}

	const share = Math.max(0, Math.min(1, (column - 1) / Math.max(1, size.columns - 3)));
	return changePlayer(state, open => seekTo(open, open.timeline.toRecorded(open.timeline.compressedMs * share)));
}

function same(state: State): Update {
	return {state, effects: []};
}
