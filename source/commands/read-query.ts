import {readConfig} from '../config.ts';
import {parseQuery} from '../store/query/parse-query.ts';
import type {Query} from '../store/query/query.ts';
import {UserError} from '../user-error.ts';
import type {Context} from './context.ts';
import {findZone} from './find-zone.ts';

/**
The search that the words of a command say, within a saved one if `--view` names it.

@throws {QueryError} with the place, {UserError} when there is no such view.
*/
export function readQuery(words: readonly string[], view: string | undefined, context: Context): Query {
	const times = {now: context.clock.now(), zone: findZone(context)};
	const query = parseQuery(words.join(' '), times);
	if (view === undefined) {
		return query;
	}

	const {views} = readConfig(context.environment);
	const saved = Object.hasOwn(views, view) ? views[view] : undefined;
	if (saved === undefined) {
		const names = Object.keys(views);
		throw new UserError(`no view "${view}" (${names.length === 0 ? 'none is saved: "views" of the configuration, or s in the console' : `known: ${names.join(', ')}`})`);
	}

	return joinQueries(parseQuery(saved, times), query);
}

function joinQueries(saved: Query, query: Query): Query {
	if (saved.type === 'all' || query.type === 'all') {
		return saved.type === 'all' ? query : saved;
	}

	return {type: 'and', parts: [saved, query]};
}
