import type {Query} from '../../store/query/query.ts';
import {parseFilter} from '../sessions/parse-filter.ts';
import type {State, Update} from '../state.ts';
import {filterBy} from './ask-list.ts';
import {toggleTerm} from './change-query.ts';

const problems: Query = {type: 'has', words: ['gap']};

/** Ask for sessions with parts missing or faulty alone; again for all. */
export function toggleProblems(state: State): Update {
	const {sessions, now, settings} = state;
	const parsed = parseFilter(sessions.filter.text, now, settings.timeZone);
	return filterBy(state, toggleTerm(parsed.problem === undefined ? parsed.query : sessions.applied.query, problems));
}
