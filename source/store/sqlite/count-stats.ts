import type {CountsRequest, StatsField, StatsRow} from '../counts.ts';
import {StoreError} from '../store-error.ts';
import type {Connection} from './connection.ts';
import {makeDayKey, readWallClock} from './count-facets.ts';
import type {Key} from './count-facets.ts';
import {readNumber, readText} from './row.ts';
import type {SearchContext} from './search/context.ts';
import {resolveCondition} from './search/resolve-condition.ts';

/** See `Store.countStats`. */
export async function countStats(context: SearchContext, {query, zone, by}: CountsRequest & {readonly by: StatsField}): Promise<readonly StatsRow[]> {
	const {connection} = context;
	if (by === 'command') {
		throw new StoreError(`${connection.file}: commands cannot be counted: this store has no audit events; count by user, host, day or hour`);
	}

	const condition = await resolveCondition(context, query);
	return connection.read(() => {
		const {key, readKey} = makeKey(connection, by, zone);
		const rows = connection.prepare(`
			select key, count(*) as sessions, sum(length_ms) as duration_ms, sum(gaps) as gaps, sum(size_bytes) as size_bytes
			from (select ${key.sql} as key, length_ms, gaps, size_bytes from sessions where ${condition.sql})
			group by 1 order by ${by === 'day' || by === 'hour' ? 'key' : 'sessions desc, key'}
		`).all(...key.values, ...condition.values);
		return rows.map(row => ({
			by,
			key: row.key === null ? '' : readKey(row, 'key'),
			sessions: readNumber(row, 'sessions'),
			durationMs: readNumber(row, 'duration_ms'),
			gaps: readNumber(row, 'gaps'),
			sizeBytes: readNumber(row, 'size_bytes'),
		}));
	});
}

function makeKey(connection: Connection, by: Exclude<StatsField, 'command'>, zone: string): Key {
	switch (by) {
		case 'user':
		case 'host': {
			return {key: {sql: by, values: []}, readKey: readText};
		}

		case 'day': {
			return makeDayKey(connection, zone);
		}

		case 'hour': {
			const {sql, values} = readWallClock(connection, zone);
			return {key: {sql: `${sql} / 3600000 % 24`, values}, readKey: (row, column) => String(readNumber(row, column)).padStart(2, '0')};
		}
	}
}
