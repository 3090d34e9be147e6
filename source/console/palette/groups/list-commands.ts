import type {SortField} from '../../../store/store.ts';
import {filterBy} from '../../lists/ask-list.ts';
import type {ListName} from '../../lists/list-name.ts';
import {showList} from '../../lists/show-list.ts';
import {toggleProblems} from '../../lists/toggle-problems.ts';
import {sortBy} from '../../sessions/do-in-sessions.ts';
import type {State, Update} from '../../state.ts';
import {onList, refuse} from '../answers.ts';
import type {CommandRow} from '../command-row.ts';

/** What lists show and in which order. */
export const listCommands: readonly CommandRow[] = [
	{name: 'sessions', words: '[QUERY]', key: 'tab.sessions', help: 'the sessions that match', run: (state, words) => openList(state, 'sessions', words)},
	{name: 'hits', words: '[QUERY]', key: 'tab.hits', help: 'the moments that match', run: (state, words) => openList(state, 'hits', words)},
	{name: 'live', words: '[QUERY]', key: 'tab.live', help: 'the sessions that run', run: (state, words) => openList(state, 'live', words)},
	{name: 'sort', words: 'FIELD [desc]', key: 'sort.start', help: 'start, length, user, host or size', run: sort},
	{name: 'user', words: 'NAME', key: undefined, help: 'only this user\'s sessions', run: (state, words) => filterByName(state, 'user', words)},
	{name: 'host', words: 'NAME', key: undefined, help: 'only sessions of this host', run: (state, words) => filterByName(state, 'host', words)},
	{name: 'gaps', words: '', key: 'filter.problems', help: 'only sessions with problems, all', run: state => onList(state, list => toggleProblems(list))},
];

/** Without a query the one that is there stays. */
function openList(state: State, list: ListName, query: string): Update {
	return onList(state, left => query === '' ? {state: showList(left, list), effects: []} : filterBy(showList(left, list), query));
}

function sort(state: State, words: string): Update {
	const [field = '', order, ...rest] = words.split(' ');
	const isGood = sortNames.has(field) && rest.length === 0 && [undefined, 'asc', 'desc'].includes(order);
	return isGood ? onList(state, list => sortBy(list, field as SortField, order === undefined ? undefined : order === 'desc')) : refuse(state, `sort needs one of: ${[...sortNames].join(', ')}; then perhaps desc`);
}

const sortNames: ReadonlySet<string> = new Set(['start', 'length', 'user', 'host', 'size']);

function filterByName(state: State, field: 'user' | 'host', name: string): Update {
	return name === '' ? refuse(state, `${field} needs a name: ${field} ${field === 'user' ? 'alice' : 'web1'}`) : onList(state, list => filterBy(list, `${field}:${/[\s"\(\),]/v.test(name) ? JSON.stringify(name) : name}`));
}
