import type {Session, SessionPage, SessionsRequest, SortField} from '../store.ts';
import type {Connection} from './connection.ts';
import {makeCondition, makeLiveCondition, type Condition} from './query.ts';
import {readNumber} from './row.ts';
import {parseSession, sessionColumns} from './session-row.ts';

/** Commands are not counted before audit events are read: that order is the one by start. */
const sortColumns = {start: 'started_at', length: 'length_ms', user: 'user_folded', host: 'host_folded', commands: 'started_at', size: 'size_bytes'} as const satisfies Record<SortField, string>;

/** One page and the counts of all that match, of one state of the store. */
export async function listSessions(connection: Connection, request: SessionsRequest, nowAt: number): Promise<SessionPage> {
	const condition = makeCondition(request.query, nowAt);
	return connection.read(() => ({
		sessions: readPage(connection, {condition, request, nowAt}),
		...readCounts(connection, condition),
	}));
}

type PageRequest = {readonly condition: Condition; readonly request: SessionsRequest; readonly nowAt: number};

/** By start, the running ones come first. They are few and have an index of their own; sorting all by "is it live" would read every row. */
function readPage(connection: Connection, {condition, request, nowAt}: PageRequest): readonly Session[] {
	const order = `${sortColumns[request.sort]} ${request.isDescending ? 'desc' : 'asc'}, sessions.session ${request.isDescending ? 'desc' : 'asc'}`;
	const read = ({sql, values}: Condition, limit: number, offset: number): readonly Session[] => connection
		.prepare(`select ${sessionColumns} from sessions left join indexes using (session) where ${sql} order by ${order} limit ? offset ?`)
		.all(...values, limit, offset)
		.map(row => parseSession(row, nowAt));
	if (request.sort !== 'start') {
		return read(condition, request.limit, request.offset);
	}

	const live = makeLiveCondition(nowAt);
	const running = {sql: `${condition.sql} and ${live.sql}`, values: [...condition.values, ...live.values]};
	const others = {sql: `${condition.sql} and not ${live.sql}`, values: [...condition.values, ...live.values]};
	const liveCount = countMatching(connection, running);
	const first = request.offset < liveCount ? read(running, request.limit, request.offset) : [];
	const left = request.limit - first.length;
	return left === 0 ? first : [...first, ...read(others, left, Math.max(0, request.offset - liveCount))];
}

function countMatching(connection: Connection, {sql, values}: Condition): number {
	const row = connection.prepare(`select count(*) as count from sessions where ${sql}`).get(...values);
	return row === undefined ? 0 : readNumber(row, 'count');
}

function readCounts(connection: Connection, {sql, values}: Condition): Omit<SessionPage, 'sessions'> {
	const counts = connection.prepare(`
		select count(*) as matching, ifnull(sum(size_bytes), 0) as matching_bytes, ifnull(sum(length_ms), 0) as matching_ms, count(*) filter (where indexed_id is not last_id) as unindexed
		from sessions where ${sql}
	`).get(...values) ?? {};
	return {
		matching: readNumber(counts, 'matching'),
		matchingBytes: readNumber(counts, 'matching_bytes'),
		matchingMs: readNumber(counts, 'matching_ms'),
		unindexed: readNumber(counts, 'unindexed'),
		total: countMatching(connection, {sql: 'true', values: []}),
	};
}
