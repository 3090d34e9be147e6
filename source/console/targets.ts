import {printAddress} from '../store/address.ts';
import type {Session} from '../store/store.ts';
import {findSelected, listShown} from './sessions/shown-rows.ts';
import type {State} from './state.ts';
import type {Target} from './target.ts';

/** What commands such as export and tag are for: the recording played, else the marked sessions, else the chosen one. */
export function listTargets({screen, player, sessions}: State): readonly Target[] {
	if (screen === 'player') {
		return player === undefined ? [] : [targetOf(player.session)];
	}

	if (screen !== 'sessions') {
		return [];
	}

	const shown = listShown(sessions);
	if (sessions.marked.size > 0) {
		const known = new Map(sessions.rows.map(session => [printAddress(session), session]));
		return sessions.marked.entries().map(([address, lengthMs]) => ({address, lengthMs, session: known.get(address)})).toArray();
	}

	const chosen = shown[findSelected(sessions, shown)];
	return chosen === undefined ? [] : [targetOf(chosen)];
}

function targetOf(session: Session): Target {
	return {address: printAddress(session), lengthMs: session.lengthMs, session};
}
