import type {Session} from '../../store/store.ts';
import {addressOf} from './address-of.ts';
import type {SessionsState} from './sessions-state.ts';

/** The rows of the list as shown: ranked by what is typed. */
export function listShown({rows, ranking}: SessionsState): readonly Session[] {
	return ranking === undefined ? rows : rank(rows, ranking);
}

/** Index of the chosen row among those shown; -1 when there is none. */
export function findSelected(sessions: SessionsState, shown = listShown(sessions)): number {
	return shown.findIndex(session => addressOf(session) === sessions.selected);
}

function rank(rows: readonly Session[], {order, isStrict}: {readonly order: readonly string[]; readonly isStrict: boolean}): readonly Session[] {
	const byAddress = new Map(rows.map(session => [addressOf(session), session]));
	const found = order.map(address => byAddress.get(address)).filter(session => session !== undefined);
	if (isStrict) {
		return found;
	}

	const first = new Set(found);
	return [...found, ...rows.filter(session => !first.has(session))];
}
