import {resumeHits} from '../hits/ask-hits.ts';
import {resumeSessions} from '../sessions/update-sessions.ts';
import type {State, Update} from '../state.ts';
import {resumeWall} from '../wall/ask-wall.ts';

/** Coming to a list from another screen: what is there may be old, or answer another query. */
export function resumeList(before: State, state: State): Update {
	if (before.screen === state.screen) {
		return {state, effects: []};
	}

	switch (state.screen) {
		case 'sessions': {
			return resumeSessions(state);
		}

		case 'hits': {
			return resumeHits(state);
		}

		case 'live': {
			return resumeWall(state);
		}

		case 'player': {
			return {state, effects: []};
		}
	}
}
