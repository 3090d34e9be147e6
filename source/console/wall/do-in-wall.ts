import type {KeyAction} from '../../keys/key-table.ts';
import type {Session} from '../../store/store.ts';
import {printAddress} from '../../store/address.ts';
import {cancelFilter} from '../lists/cancel.ts';
import {showList} from '../lists/show-list.ts';
import {followPlayer} from '../player/open-player.ts';
import {addressOf} from '../sessions/address-of.ts';
import {writeRow} from '../sessions/write-row.ts';
import type {State, Update} from '../state.ts';
import {askWall} from './ask-wall.ts';
import {changeWall} from './change-wall.ts';
import {chosenTile, keepTileVisible, moveTile} from './choose-tile.ts';
import {usualSide} from './lay-out-wall.ts';
import type {Side} from './wall-state.ts';

/** What a key does on the wall of running sessions. */
export function doInWall(state: State, action: KeyAction): Update {
	const {wall} = state;
	switch (action) {
		case 'app.back': {
			return same(showList(state, 'sessions'));
		}

		case 'app.cancel': {
			return cancelFilter(state);
		}

		case 'data.refresh': {
			return askWall(changeWall(state, {revision: undefined, problems: new Map(), isReread: true}));
		}

		case 'wall.more':
		case 'wall.fewer': {
			return same(keepTileVisible(changeWall(state, {side: nextSide(wall.side ?? usualSide(state.size), action === 'wall.more' ? 1 : -1)})));
		}

		case 'wall.pause': {
			return same(changeWall(state, {isPaused: !wall.isPaused}));
		}

		default: {
			const session = chosenTile(wall);
			return session === undefined ? same(state) : doOnTile(state, session, action);
		}
	}
}

function doOnTile(state: State, session: Session, action: KeyAction): Update {
	switch (action) {
		case 'open': {
			return followPlayer(state, session);
		}

		case 'mark.toggle': {
			return same(togglePin(state, addressOf(session)));
		}

		case 'info.open': {
			return {state: {...state, overlay: {type: 'peek', tab: 'info'}}, effects: [{type: 'readMarks', session}]};
		}

		case 'copy.address': {
			return {state, effects: [{type: 'copy', text: printAddress(session), what: printAddress(session)}]};
		}

		case 'copy.text': {
			return {state, effects: [{type: 'copy', text: writeRow(session, state.settings.timeZone), what: 'the row'}]};
		}

		default: {
			return same(moveTile(state, action));
		}
	}
}

function nextSide(side: Side, step: 1 | -1): Side {
	const sides: readonly Side[] = [1, 2, 3];
	return sides[sides.indexOf(side) + step] ?? side;
}

/** A pinned session stands before the others, at once. */
function togglePin(state: State, address: string): State {
	const pinned = new Set(state.wall.pinned);
	const isPinned = pinned.delete(address);
	if (!isPinned) {
		pinned.add(address);
	}

	const others = state.wall.order.filter(each => each !== address);
	const behind = others.filter(each => pinned.has(each)).length;
	return keepTileVisible(changeWall(state, {pinned, order: others.toSpliced(behind, 0, address)}));
}

function same(state: State): Update {
	return {state, effects: []};
}
