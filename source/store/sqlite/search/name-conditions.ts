import {createNameMatcher} from '../../query/name-matcher.ts';
import type {Query, TextTerm, WordTerm} from '../../query/query.ts';
import {runCapped} from '../../query/run-capped.ts';
import {joinConditions, listAmong} from '../condition.ts';
import type {Condition} from '../condition.ts';
import type {Connection} from '../connection.ts';
import {readText} from '../row.ts';
import {listTerms} from './list-terms.ts';
import {findWords, isFactTerm, makeToldCondition} from './fact-words.ts';
import {searchCapMs} from './search-cap.ts';

/** Conditions for terms that compare names with regular expressions, and for what audit events tell: all names that there are are looked through, under the watchdog. */
export function makeNameConditions(connection: Connection, query: Query): ReadonlyMap<Query, Condition> {
	return new Map(listTerms(query).flatMap(({term}): ReadonlyArray<readonly [Query, Condition]> => {
		if (term.type === 'word' && term.pattern.type === 'regex') {
			return [[term, matchBareRegex(connection, term)]];
		}

		if (isFactTerm(term)) {
			return [[term, makeToldCondition(findWords(connection, term))]];
		}

		return term.type === 'text' && term.values.some(value => value.type === 'regex') ? [[term, matchNames(connection, term)]] : [];
	}));
}

function matchBareRegex(connection: Connection, {pattern}: WordTerm): Condition {
	return joinConditions((['user', 'host'] as const).map(field => {
		const isNamed = createNameMatcher(pattern, {field, isBare: true});
		return listAmong(field, findNames(connection, places[field], name => isNamed(name)));
	}), 'or');
}

function matchNames(connection: Connection, {field, values}: TextTerm): Condition {
	const matchers = values.map(value => createNameMatcher(value, {field, isBare: false}));
	const place = places[field];
	const among = listAmong(place.name, findNames(connection, place, name => matchers.some(isNamed => isNamed(name))));
	if (field === 'tag') {
		return {...among, sql: `session in (select tags.session from tags where ${among.sql})`};
	}

	return field === 'session' ? {...among, sql: `(audit_session is not null and ${among.sql})`} : among;
}

type Place = {readonly table: string; readonly name: string};

const places: Readonly<Record<TextTerm['field'], Place>> = {
	user: {table: 'sessions', name: 'user'},
	host: {table: 'sessions', name: 'host'},
	rec: {table: 'sessions', name: 'rec'},
	session: {table: 'sessions', name: 'cast(audit_session as text)'},
	tag: {table: 'tags', name: 'tag'},
};

function findNames(connection: Connection, {table, name}: Place, isNamed: (name: string) => boolean): readonly string[] {
	const names = connection.prepare(`select distinct ${name} as name from ${table} where ${name} is not null`).all().map(row => readText(row, 'name'));
	return runCapped(searchCapMs, () => names.filter(each => isNamed(each)));
}
