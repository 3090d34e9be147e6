import type {CountsRequest, Facet, Facets} from '../counts.ts';
import type {HasWord} from '../query/query.ts';
import type {Condition} from './condition.ts';
import type {Connection} from './connection.ts';
import {firstDay, makeWallClock, weeksSql} from './wall-clock.ts';
import type {WallClock} from './wall-clock.ts';
import {makeHasCondition} from './query.ts';
import {readNumber, readText} from './row.ts';
import type {Row} from './row.ts';
import type {SearchContext} from './search/context.ts';
import {resolveCondition} from './search/resolve-condition.ts';

const mostValues = 100;
const dayMs = 24 * 3_600_000;
const flags: readonly HasWord[] = ['gap', 'input', 'live', 'resize', 'broken', 'pipe', 'note', 'root', 'audit'];

/** See `Store.countFacets`: of one state of the store. */
export async function countFacets(context: SearchContext, {query, zone}: CountsRequest): Promise<Facets> {
	const {connection, nowAt} = context;
	const condition = await resolveCondition(context, query);
	return connection.read(() => ({
		user: countValues(connection, condition, {key: {sql: 'user', values: []}, readKey: readText}),
		host: countValues(connection, condition, {key: {sql: 'host', values: []}, readKey: readText}),
		day: countValues(connection, condition, makeDayKey(connection, zone)),
		flags: countFlags(connection, condition, nowAt),
		tags: countTags(connection, condition),
	}));
}

/** What sessions are counted by, null in those that are not, and how it is told. */
export type Key = {
	readonly key: Condition;
	readonly readKey: (row: Row, column: string) => string;
};

/** The day on which a session started. */
export function makeDayKey(connection: Connection, zone: string): Key {
	const {sql, values} = readWallClock(connection, zone);
	return {key: {sql: `${sql} / ${dayMs}`, values}, readKey: (row, column) => printDay(readNumber(row, column) + firstDay)};
}

/** For all sessions that there are. */
export function readWallClock(connection: Connection, zone: string): WallClock {
	return makeWallClock(zone, connection.prepare(weeksSql).all().map(row => readNumber(row, 'week')));
}

/** Years beyond four digits have six and a sign. */
function printDay(day: number): string {
	const [date = ''] = new Date(day * dayMs).toISOString().split('T', 1);
	return date;
}

function countValues(connection: Connection, condition: Condition, {key, readKey}: Key): Facet {
	const rows = connection.prepare(`
		select value, count(*) as count, count(*) over () as different
		from (select ${key.sql} as value from sessions where ${condition.sql}) where value is not null
		group by value order by count desc, value limit ${mostValues}
	`).all(...key.values, ...condition.values);
	return {values: rows.map(row => ({value: readKey(row, 'value'), count: readNumber(row, 'count')})), distinct: rows[0] === undefined ? 0 : readNumber(rows[0], 'different')};
}

function countFlags(connection: Connection, {sql, values}: Condition, nowAt: number): Facet {
	const conditions = flags.map(flag => makeHasCondition(flag, nowAt));
	const row = connection.prepare(`select ${conditions.map((flag, index) => `count(*) filter (where ${flag.sql}) as flag${index}`).join(', ')} from sessions where ${sql}`)
		.get(...conditions.flatMap(flag => flag.values), ...values) ?? {};
	const counts = flags.map((value, index) => ({value, count: readNumber(row, `flag${index}`)})).filter(({count}) => count > 0);
	return {values: counts.toSorted((a, b) => b.count - a.count), distinct: counts.length};
}

function countTags(connection: Connection, {sql, values}: Condition): Facet {
	const rows = connection.prepare(`
		select tag as value, count(*) as count, count(*) over () as different from tags cross join sessions using (session)
		where ${sql} group by tag order by count desc, tag limit ${mostValues}
	`).all(...values);
	return {values: rows.map(row => ({value: readText(row, 'value'), count: readNumber(row, 'count')})), distinct: rows[0] === undefined ? 0 : readNumber(rows[0], 'different')};
}
