import type {State, Update} from '../../state.ts';
import {applyView} from '../../views/do-in-views.ts';
import {onList, refuse} from '../answers.ts';
import type {CommandRow} from '../command-row.ts';

/** Saved searches. */
export const savedViewCommands: readonly CommandRow[] = [
	{name: 'view', words: 'NAME', key: 'view.menu', help: 'a saved view; view save NAME, view delete NAME', run: useView},
];

function useView(state: State, words: string): Update {
	const [verb = '', ...rest] = words.split(' ');
	const name = rest.join(' ');
	if (verb === 'save') {
		return save(state, name);
	}

	if (verb === 'delete') {
		return Object.hasOwn(state.views, name) ? {state, effects: [{type: 'saveView', name, query: undefined}]} : refuse(state, noSuchView(state, name));
	}

	return Object.hasOwn(state.views, words) ? onList(state, list => applyView(list, words)) : refuse(state, noSuchView(state, words));
}

/** The search that is shown, not one half typed. */
function save(state: State, name: string): Update {
	const query = (state.screen === 'hits' ? state.hits.applied?.text : undefined) ?? state.sessions.applied.text;
	if (name === '') {
		return refuse(state, 'view save needs a name: view save root on db');
	}

	return query === '' ? refuse(state, 'There is no filter to save: type one behind / first.') : {state, effects: [{type: 'saveView', name, query}]};
}

function noSuchView({views}: State, name: string): string {
	const names = Object.keys(views);
	return names.length === 0 ? 'No view is saved yet: view save NAME keeps the filter.' : `No view "${name}"; there are ${names.join(', ')}`;
}
