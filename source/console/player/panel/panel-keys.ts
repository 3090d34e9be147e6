import type {KeyAction} from '../../../keys/key-table.ts';
import type {Size} from '../../layout.ts';
import {findCurrent, listEvents, listShownEvents} from '../events/list-events.ts';
import {listKinds} from '../events/list-kinds.ts';
import {eventKinds} from '../events/player-event.ts';
import type {PlayerEvent} from '../events/player-event.ts';
import {unchanged} from '../outcome.ts';
import type {Outcome} from '../outcome.ts';
import {findPanelRoom, layOutPlayer} from '../player-layout.ts';
import type {PlayerState} from '../player-state.ts';
import {seekTo} from '../seek.ts';
import type {PanelState} from './panel-state.ts';

/** What a key does to the list of events; `undefined` when it is none of its keys. */
export function pressInPanel(player: PlayerState, action: KeyAction, size: Size): Outcome | undefined {
	const {panel} = player;
	switch (action) {
		case 'events.toggle': {
			return panel.isOpen ? change(player, {isOpen: false, chosen: undefined}) : openPanel(player, size);
		}

		case 'events.kinds': {
			return panel.isOpen ? showNextKind(player) : openPanel(player, size);
		}

		case 'panel.grow': {
			return resize(player, 1, size);
		}

		case 'panel.shrink': {
			return resize(player, -1, size);
		}

		case 'focus.next':
		case 'focus.prev': {
			return panel.chosen === undefined ? focus(player, size) : change(player, {chosen: undefined});
		}

		default: {
			return panel.chosen === undefined ? undefined : pressFocused(player, action, panel.chosen, size);
		}
	}
}

/** The event that `d` tells of: the chosen one, else the last one that has happened. */
export function findToldEvent(player: PlayerState): {readonly events: readonly PlayerEvent[]; readonly index: number} {
	const {chosen} = player.panel;
	const events = chosen === undefined ? listEvents(player) : listShownEvents(player);
	return {events, index: chosen ?? findCurrent(events, player.positionMs)};
}

function pressFocused(player: PlayerState, action: KeyAction, chosen: number, size: Size): Outcome | undefined {
	const events = listShownEvents(player);
	const page = Math.max(1, (layOutPlayer(size, player).panel?.rows ?? 2) - 1);
	const moves: Readonly<Partial<Record<KeyAction, number>>> = {
		'move.down': chosen + 1,
		'move.up': chosen - 1,
		'move.first': 0,
		'move.last': events.length - 1,
		'move.halfDown': chosen + Math.ceil(page / 2),
		'move.halfUp': chosen - Math.ceil(page / 2),
		'move.pageDown': chosen + page,
		'move.pageUp': chosen - page,
	};
	const move = moves[action];
	if (move !== undefined) {
		return change(player, {chosen: Math.max(0, Math.min(events.length - 1, move))});
	}

	switch (action) {
		case 'event.goto': {
			const event = events[chosen];
			return event === undefined ? unchanged(player) : seekTo(player, event.positionMs);
		}

		case 'app.cancel': {
			return change(player, {chosen: undefined});
		}

		default: {
			return undefined;
		}
	}
}

function openPanel(player: PlayerState, size: Size): Outcome {
	return findPanelRoom(size).place === 'none' ? refuse(player) : change(player, {isOpen: true});
}

function focus(player: PlayerState, size: Size): Outcome {
	const events = listShownEvents(player);
	if (findPanelRoom(size).place === 'none') {
		return refuse(player);
	}

	const chosen = Math.max(0, findCurrent(events, player.positionMs));
	return events.length === 0
		? {...change(player, {isOpen: true}), notice: 'No event to choose.'}
		: change(player, {isOpen: true, chosen});
}

function refuse(player: PlayerState): Outcome {
	return {...unchanged(player), notice: 'No room for events: the window needs 20 rows.'};
}

function showNextKind(player: PlayerState): Outcome {
	const order = ['all', ...listKinds(player)] as const;
	const kinds = order[(order.indexOf(player.panel.kinds) + 1) % order.length] ?? 'all';
	const notice = kinds === 'all' ? 'All events are shown.' : `Only ${eventKinds[kinds].plural} are shown.`;
	return {...showKinds(player, kinds), notice};
}

/** Show one kind, or all. The keys go back to the recording when nothing is left to choose. */
export function showKinds(player: PlayerState, kinds: PanelState['kinds']): Outcome {
	const next: PlayerState = {...player, panel: {...player.panel, kinds}};
	const current = Math.max(0, findCurrent(listShownEvents(next), next.positionMs));
	const chosen = player.panel.chosen === undefined || listShownEvents(next).length === 0 ? undefined : current;
	return change(next, {isOpen: true, chosen});
}

function resize(player: PlayerState, step: number, size: Size): Outcome {
	const {panel} = player;
	const {least, most} = findPanelRoom(size);
	const growth = Math.max(least, Math.min(most, panel.growth + step));
	if (!panel.isOpen) {
		return {...unchanged(player), notice: nameKey => `No events are shown: ${nameKey('events.toggle')} shows them.`};
	}

	return growth === panel.growth ? {...unchanged(player), notice: step > 0 ? 'The events have all the room that there is for them.' : nameKey => `Fewer is nothing: ${nameKey('events.toggle')} closes the events.`} : change(player, {growth});
}

function change(player: PlayerState, panel: Partial<PanelState>): Outcome {
	return unchanged({...player, panel: {...player.panel, ...panel}});
}
