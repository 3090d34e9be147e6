import type {Query} from '../../store/query/query.ts';
import {parseFilter} from '../sessions/parse-filter.ts';
import type {State, Update} from '../state.ts';
import {changeWall} from './change-wall.ts';

/** Read the running sessions that fit what stands in the filter box. A text that does not parse is told and changes nothing else. */
export function askWall(state: State): Update {
	const {sessions, wall, now, settings} = state;
	const parsed = parseFilter(sessions.filter.text, now, settings.timeZone);
	if (parsed.problem !== undefined) {
		return {state: {...state, sessions: {...sessions, problem: parsed.problem}}, effects: []};
	}

	const text = sessions.filter.text.trim();
	const isNew = text !== wall.text;
	const requestId = wall.requestId + 1;
	const next = changeWall({...state, sessions: {...sessions, problem: undefined}}, {requestId, isAsking: true});
	return {
		state: next,
		effects: [
			{type: 'forget', name: 'ask'},
			{type: 'listRunning', requestId, text, isNew, query: onlyRunning(parsed.query), revision: isNew || wall.failure !== undefined ? undefined : wall.revision},
		],
	};
}

/** Coming to the wall: what is there may be old. */
export function resumeWall(state: State): Update {
	return askWall(state);
}

/** Running sessions of a search. */
export function onlyRunning(query: Query): Query {
	const running: Query = {type: 'has', words: ['live']};
	return query.type === 'all' ? running : {type: 'and', parts: [running, query]};
}
