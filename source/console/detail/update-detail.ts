import type {KeyAction} from '../../keys/key-table.ts';
import {printAddress} from '../../store/address.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {playHit} from '../hits/go-beyond-session.ts';
import type {PlayerEvent} from '../player/events/player-event.ts';
import {openPlayer} from '../player/open-player.ts';
import {changePlayer} from '../player/update-player.ts';
import {seekTo} from '../player/seek.ts';
import {addressOf} from '../sessions/address-of.ts';
import type {State, Update} from '../state.ts';
import {viewOf} from '../view.ts';
import type {DetailState} from './detail-state.ts';
import {lastFirstRow} from './draw-detail.ts';

/** What a key does on the page of an event. */
export function doInDetail(state: State, detail: DetailState, action: KeyAction): Update {
	const event = detail.events[detail.index];
	if (event === undefined) {
		return close(state);
	}

	switch (action) {
		case 'app.back':
		case 'app.cancel':
		case 'event.detail': {
			return close(state);
		}

		case 'group.next': {
			return go(state, detail, 1);
		}

		case 'group.prev': {
			return go(state, detail, -1);
		}

		case 'open': {
			return playAt(state, detail.session, event);
		}

		case 'copy.address': {
			return {state, effects: [{type: 'copy', text: printAddress(detail.session, event.positionMs), what: 'address'}]};
		}

		case 'copy.text': {
			return {state, effects: [{type: 'copy', text: showControls(event.text), what: 'text'}]};
		}

		default: {
			return scroll(state, detail, action);
		}
	}
}

function close(state: State): Update {
	return {state: {...state, overlay: undefined}, effects: []};
}

function go(state: State, detail: DetailState, step: number): Update {
	const index = detail.index + step;
	const isThere = index >= 0 && index < detail.events.length;
	return isThere
		? {state: show(state, {...detail, index, firstRow: 0}), effects: []}
		: {state: {...state, notice: {text: step > 0 ? 'Last event.' : 'First event.', isError: false}}, effects: []};
}

/** In the player of the same recording it is a seek; over the list of hits the other hits come along. */
function playAt(state: State, session: DetailState['session'], {positionMs, text}: PlayerEvent): Update {
	const {state: closed} = close(state);
	const address = addressOf(session);
	const group = closed.screen === 'hits' ? closed.hits.groups.find(each => each.address === address) : undefined;
	const index = group?.hits.findIndex(({fromMs, line}) => fromMs === positionMs && line === text) ?? -1;
	if (index !== -1) {
		return playHit(closed, {address, index});
	}

	const isHere = closed.screen === 'player' && closed.player?.session.host === session.host && closed.player.session.rec === session.rec;
	return isHere ? changePlayer(closed, player => seekTo(player, positionMs)) : openPlayer(closed, session, positionMs);
}

function scroll(state: State, detail: DetailState, action: KeyAction): Update {
	const page = Math.max(1, state.size.rows - 4);
	const last = lastFirstRow(viewOf(state), detail);
	const rows: Readonly<Partial<Record<KeyAction, number>>> = {
		'move.down': detail.firstRow + 1,
		'move.up': detail.firstRow - 1,
		'move.first': 0,
		'move.last': last,
		'move.halfDown': detail.firstRow + Math.ceil(page / 2),
		'move.halfUp': detail.firstRow - Math.ceil(page / 2),
		'move.pageDown': detail.firstRow + page,
		'move.pageUp': detail.firstRow - page,
	};
	return {state: show(state, {...detail, firstRow: Math.max(0, Math.min(last, rows[action] ?? detail.firstRow))}), effects: []};
}

function show(state: State, detail: DetailState): State {
	return {...state, overlay: {type: 'detail', ...detail}};
}
