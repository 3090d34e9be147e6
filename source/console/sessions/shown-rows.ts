import type {Session} from '../../store/store.ts';
import {addressOf} from './address-of.ts';
import type {SessionsState} from './sessions-state.ts';

/** The rows of the list as shown: ranked, and only those with problems if that is asked. */
export function listShown({rows, ranking, isOnlyProblems}: SessionsState): readonly Session[] {
	const ranked = ranking === undefined ? rows : rank(rows, ranking);
	return isOnlyProblems ? ranked.filter(session => hasProblem(session)) : ranked;
}

/** Parts missing or faulty: what cannot be trusted as it stands. */
export function hasProblem({state, summary}: Session): boolean {
	return state === 'broken' || (summary?.gaps ?? 0) > 0;
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
