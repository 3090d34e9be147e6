import {completeQuery} from '../../store/query/complete-query.ts';
import type {CompletionFacts} from '../../store/query/complete-query.ts';
import type {State} from '../state.ts';
import type {TextInput} from '../text-input.ts';

export type Completed = {
	readonly filter: TextInput;
	/** What may stand there, when that is more than one thing. */
	readonly choices: readonly string[];
};

/** Complete what stands before the cursor as far as it is certain: fields, their words, and names of the store, or while those are not known among what was counted or loaded. */
export function completeFilter(state: State, filter: TextInput): Completed {
	const cursor = [...filter.text].slice(0, filter.cursor).join('').length;
	const {from, to, candidates} = completeQuery(filter.text, cursor, listFacts(state));
	const typed = filter.text.slice(from, cursor);
	const texts = candidates.map(({text}) => text);
	const start = findCommonStart(texts);
	const choices = texts.length > 1 ? texts : [];
	if (start.length <= typed.length) {
		return {filter, choices};
	}

	const before = filter.text.slice(0, from) + start;
	return {filter: {text: before + filter.text.slice(to), cursor: [...before].length}, choices};
}

function listFacts({sessions, facets}: State): CompletionFacts {
	const counted = facets.counted?.facets;
	const valuesOf = (group: 'user' | 'host' | 'tags'): readonly string[] => counted?.[group].values.map(({value}) => value) ?? [];
	const {users, hosts, tags} = sessions.names ?? {users: [], hosts: [], tags: []};
	return {
		users: [...new Set([...users, ...valuesOf('user'), ...sessions.rows.map(({user}) => user)])],
		hosts: [...new Set([...hosts, ...valuesOf('host'), ...sessions.rows.map(({host}) => host)])],
		tags: [...new Set([...tags, ...valuesOf('tags'), ...sessions.rows.flatMap(session => session.tags)])],
	};
}

/** The longest text that all begin with; empty when there are none. */
function findCommonStart(texts: readonly string[]): string {
	const [first = ''] = texts;
	let {length} = first;
	for (const text of texts) {
		while (!text.startsWith(first.slice(0, length))) {
			length--;
		}
	}

	return first.slice(0, length);
}
