import type {Session} from '../../store/store.ts';
import {addressOf} from '../sessions/address-of.ts';
import type {State} from '../state.ts';

/** Mark a session, or take its mark away. */
export function toggleMark(state: State, session: Session): State {
	const marked = new Map(state.sessions.marked);
	if (!marked.delete(addressOf(session))) {
		marked.set(addressOf(session), session.lengthMs);
	}

	return withMarks(state, marked);
}

/** Mark all of them; when all are marked already, none at all. */
export function toggleAllMarks(state: State, sessions: readonly Session[]): State {
	const shown = sessions.map(session => [addressOf(session), session.lengthMs] as const);
	const areAllMarked = shown.every(([address]) => state.sessions.marked.has(address));
	return withMarks(state, new Map(areAllMarked ? [] : shown));
}

function withMarks(state: State, marked: State['sessions']['marked']): State {
	return {...state, sessions: {...state.sessions, marked}};
}
