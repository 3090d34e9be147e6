import {askHits} from '../hits/ask-hits.ts';
import {askFiltered} from '../sessions/ask-store.ts';
import {inputOf} from '../text-input.ts';
import type {State, Update} from '../state.ts';
import {askWall} from '../wall/ask-wall.ts';

/** Ask for what stands in the filter box, for the list that is shown. */
export function askList(state: State): Update {
	switch (state.screen) {
		case 'hits': {
			return askHits(state);
		}

		case 'live': {
			return askWall(state);
		}

		case 'sessions':
		case 'player': {
			return askFiltered(state);
		}
	}
}

/** Put a text into the filter box and ask for it. */
export function filterBy(state: State, text: string): Update {
	return askList({...state, sessions: {...state.sessions, filter: inputOf(text), isRanked: true, isEditing: false}});
}

/** What the shown list answers, or is just asked: the box goes back to it when typing is given up. */
export function readApplied({screen, sessions, hits}: State): string {
	const ofSessions = sessions.asking?.why === 'replace' ? sessions.asking.text : sessions.applied.text;
	return screen === 'hits' ? hits.applied?.text ?? ofSessions : ofSessions;
}
