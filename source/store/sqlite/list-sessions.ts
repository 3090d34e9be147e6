import {indexVersion} from '../index-version.ts';
import type {Session, SessionPage, SessionsRequest, SortField} from '../store.ts';
import type {Condition} from './condition.ts';
import type {Connection} from './connection.ts';
import type {PageCounts} from './counts-memory.ts';
import {makeLiveCondition} from './query.ts';
import {readNumber} from './row.ts';
import type {SearchContext} from './search/context.ts';
import {resolveCondition} from './search/resolve-condition.ts';
import {parseSession, sessionColumns} from './session-row.ts';

const sortColumns = {start: 'started_at', length: 'length_ms', user: 'user_folded', host: 'host_folded', commands: 'commands', size: 'size_bytes'} as const satisfies Record<SortField, string>;

/** One page and the counts of all that match, of one state of the store. */
export async function listSessions(context: SearchContext, request: SessionsRequest): Promise<SessionPage> {
	const {connection, nowAt} = context;
	const condition = await resolveCondition(context, request.query);
	return connection.read(() => {
		const counts = context.counts.recall(connection.readVersion(), condition, () => readCounts(connection, condition));
		return {sessions: readPage(connection, {condition, request, nowAt, matching: counts.matching}), ...counts};
	});
}

type PageRequest = {readonly condition: Condition; readonly request: SessionsRequest; readonly nowAt: number; readonly matching: number};

/** By start, the running ones come first. They are few and have an index of their own; sorting all by "is it live" would read every row. */
function readPage(connection: Connection, page: PageRequest): readonly Session[] {
	const {condition, request: {sort, limit, offset}, nowAt} = page;
	if (sort !== 'start') {
		return readSorted(connection, page, {condition, limit, offset});
	}

	const live = makeLiveCondition(nowAt);
	const values = [...condition.values, ...live.values];
	const running = {sql: `${condition.sql} and ${live.sql}`, values};
	const others = {sql: `${condition.sql} and not ${live.sql}`, values};
	const runningCount = countMatching(connection, running, 'indexed by sessions_live');
	const first = offset < runningCount ? readSorted(connection, page, {condition: running, limit, offset}) : [];
	const left = limit - first.length;
	return left === 0 ? first : [...first, ...readSorted(connection, page, {condition: others, limit: left, offset: Math.max(0, offset - runningCount)})];
}

type Slice = {readonly condition: Condition; readonly limit: number; readonly offset: number};

/**
Rows are chosen first and read in full then.

When most sessions match, walking the sort's index finds a page soon. When few do, that walk would look up nearly every row: the sign before
the column keeps SQLite from it, and it sorts what it finds through the covering index.
*/
function readSorted(connection: Connection, {request, nowAt, matching}: PageRequest, {condition, limit, offset}: Slice): readonly Session[] {
	const direction = request.isDescending ? 'desc' : 'asc';
	const sign = matching < 20 * (limit + offset) && request.query.type !== 'all' ? '+' : '';
	const rows = matching === 0
		? []
		: connection.prepare(`
		select ${sessionColumns}
		from (select session from sessions where ${condition.sql} order by ${sign}${sortColumns[request.sort]} ${direction}, session ${direction} limit ? offset ?) as chosen
		join sessions using (session) left join indexes using (session)
		order by ${sortColumns[request.sort]} ${direction}, sessions.session ${direction}
	`).all(...condition.values, limit, offset);
	return rows.map(row => parseSession(row, nowAt));
}

function countMatching(connection: Connection, {sql, values}: Condition, how = ''): number {
	const row = connection.prepare(`select count(*) as count from sessions ${how} where ${sql}`).get(...values);
	return row === undefined ? 0 : readNumber(row, 'count');
}

function readCounts(connection: Connection, {sql, values}: Condition): PageCounts {
	const counts = connection.prepare(`
		select count(*) as matching, ifnull(sum(size_bytes), 0) as matching_bytes, ifnull(sum(length_ms), 0) as matching_ms, count(*) filter (where indexed_id is not last_id or index_version is not ?) as unindexed
		from sessions where ${sql}
	`).get(indexVersion, ...values) ?? {};
	return {
		matching: readNumber(counts, 'matching'),
		matchingBytes: readNumber(counts, 'matching_bytes'),
		matchingMs: readNumber(counts, 'matching_ms'),
		unindexed: readNumber(counts, 'unindexed'),
		total: countMatching(connection, {sql: 'true', values: []}),
	};
}
