import {parseQuery} from '../../store/query/parse-query.ts';
import type {Query} from '../../store/query/query.ts';
import type {FacetGroup} from './facets-state.ts';

/** The term that a value of the facets stands for; saved views are whole searches. */
export function termOf(group: Exclude<FacetGroup, 'views'>, value: string, {now, zone}: {readonly now: number; readonly zone: string}): Query {
	const plain = /^[\w\-.]+$/v.test(value) ? value : `"${value.replaceAll(/["\\]/gv, String.raw`\$&`)}"`;
	return parseQuery(`${fields[group]}:${plain}`, {now, zone});
}

const fields = {user: 'user', host: 'host', day: 'when', flags: 'has', tags: 'tag'} as const;
