import {printAddress} from '../store/address.ts';
import type {Session} from '../store/store.ts';
import {findChosenSession} from './lists/chosen-session.ts';
import type {State} from './state.ts';
import type {Target} from './target.ts';

/** What commands such as export and tag are for: the recording played, else the marked sessions, else the chosen one. */
export function listTargets(state: State): readonly Target[] {
	const {screen, sessions, hits} = state;
	const canMark = screen === 'sessions' || screen === 'hits';
	if (canMark && sessions.marked.size > 0) {
		const known = new Map([...sessions.rows, ...hits.groups.map(({session}) => session)].map(session => [printAddress(session), session]));
		return sessions.marked.entries().map(([address, lengthMs]) => ({address, lengthMs, session: known.get(address)})).toArray();
	}

	const chosen = findChosenSession(state);
	return chosen === undefined ? [] : [targetOf(chosen)];
}

function targetOf(session: Session): Target {
	return {address: printAddress(session), lengthMs: session.lengthMs, session};
}
