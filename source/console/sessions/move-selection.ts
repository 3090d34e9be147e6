import type {Session} from '../../store/store.ts';
import type {KeyAction} from '../../keys/key-table.ts';
import {formatDay} from '../text/format-time.ts';
import type {State} from '../state.ts';
import {addressOf} from './address-of.ts';
import {partList, scrollTo} from './list-area.ts';
import type {SessionsState} from './sessions-state.ts';
import {findSelected, listShown} from './shown-rows.ts';

/** The list with another row chosen by a move key; the same state for other keys. */
export function moveSelection(state: State, action: KeyAction): State {
	const shown = listShown(state.sessions);
	const from = Math.max(0, findSelected(state.sessions, shown));
	const to = findTarget(state, {action, from, shown});
	return to === undefined || shown.length === 0 ? state : selectRow(state, Math.max(0, Math.min(to, shown.length - 1)));
}

/** Choose a row by its index among those shown. */
export function selectRow(state: State, index: number): State {
	const session = listShown(state.sessions)[index];
	return keepVisible({...state, sessions: {...state.sessions, selected: session === undefined ? undefined : addressOf(session)}});
}

/** Scroll so that the chosen row is seen, and choose the first row if the chosen one is gone. */
export function keepVisible(state: State): State {
	const {sessions} = state;
	const shown = listShown(sessions);
	const found = findSelected(sessions, shown);
	const index = Math.max(0, found);
	const selected = shown[index];
	const height = partList(state.size, sessions.isPreviewOpen).list;
	const firstRow = scrollTo(sessions.firstRow, index, {height, count: shown.length});
	const next: SessionsState = {...sessions, firstRow, selected: selected === undefined ? sessions.selected : addressOf(selected)};
	return {...state, sessions: next};
}

type Move = {readonly action: KeyAction; readonly from: number; readonly shown: readonly Session[]};

function findTarget(state: State, {action, from, shown}: Move): number | undefined {
	const page = partList(state.size, state.sessions.isPreviewOpen).list;
	switch (action) {
		case 'move.down': {
			return from + 1;
		}

		case 'move.up': {
			return from - 1;
		}

		case 'move.first': {
			return 0;
		}

		case 'move.last': {
			return shown.length - 1;
		}

		case 'move.halfDown': {
			return from + Math.ceil(page / 2);
		}

		case 'move.halfUp': {
			return from - Math.ceil(page / 2);
		}

		case 'move.pageDown': {
			return from + page;
		}

		case 'move.pageUp': {
			return from - page;
		}

		case 'group.next': {
			return findOtherDay(state, {from, shown, step: 1});
		}

		case 'group.prev': {
			return findOtherDay(state, {from, shown, step: -1});
		}

		default: {
			return undefined;
		}
	}
}

type DayMove = {readonly from: number; readonly shown: readonly Session[]; readonly step: 1 | -1};

/** The nearest row of another day in one direction; stays when there is none. */
function findOtherDay({settings}: State, {from, shown, step}: DayMove): number {
	const dayOf = (session: Session | undefined): string => session?.startedAt === undefined ? '' : formatDay(session.startedAt, settings.timeZone);
	const day = dayOf(shown[from]);
	for (let index = from + step; index >= 0 && index < shown.length; index += step) {
		if (dayOf(shown[index]) !== day) {
			return index;
		}
	}

	return from;
}
