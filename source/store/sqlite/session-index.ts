import {isGap} from '../is-gap.ts';
import type {Gap, Resize, SessionIndex, SessionIndexMarks, SessionKey, SessionSummary} from '../store.ts';
import {findBlock} from './blocks.ts';
import {hasCompacted} from './compact.ts';
import type {Connection} from './connection.ts';
import {joinSession} from './events/join-session.ts';
import {insertKeyframes} from './keyframes.ts';
import {packActivity, unpackActivity} from './pack-activity.ts';
import {readBytes, readNumber, readText} from './row.ts';
import type {Row} from './row.ts';
import {seenTables} from './schema.ts';
import {silenceMs} from './session-row.ts';
import {dropStaleIndex} from './stale-index.ts';
import type {WriteGroup} from './write-group.ts';

export async function listUnindexed(connection: Connection, indexVersion: number): Promise<readonly SessionKey[]> {
	const sql = 'select host, rec from sessions where indexed_id is not last_id or index_version is not ? order by session';
	const rows = await connection.read(() => connection.prepare(sql).all(indexVersion));
	return rows.map(row => ({host: readText(row, 'host'), rec: readText(row, 'rec')}));
}

/** Replace what is known of a recording; with `isContinued`, its keyframes stay and more are added. Runs inside a transaction. */
export function putMarks(connection: Connection, {session, index, isContinued}: {readonly session: number; readonly index: SessionIndex; readonly isContinued: boolean}): void {
	connection.prepare('insert or replace into indexes (session, summary, gaps, resizes, activity) values (?, ?, ?, ?, ?)')
		.run(session, JSON.stringify(index.summary), JSON.stringify(index.gaps), JSON.stringify(index.resizes), packActivity(index.activity));
	if (!isContinued) {
		connection.prepare('delete from keyframes where session = ?').run(session);
	}

	insertKeyframes(connection, session, index.keyframes);
	updateSession(connection, session, index);
}

export async function getIndexMarks(connection: Connection, {host, rec}: SessionKey): Promise<SessionIndexMarks | undefined> {
	const sql = 'select index_version, indexes.summary, indexes.gaps, indexes.resizes, activity from indexes join sessions using (session) where host = ? and rec = ?';
	const row = await connection.read(() => connection.prepare(sql).get(host, rec));
	return row === undefined ? undefined : parseMarks(row);
}

/** All were written by putMarks from these very types. */
function parseMarks(row: Row): SessionIndexMarks {
	return {
		version: readNumber(row, 'index_version'),
		summary: JSON.parse(readText(row, 'summary')) as SessionSummary,
		gaps: JSON.parse(readText(row, 'gaps')) as readonly Gap[],
		resizes: JSON.parse(readText(row, 'resizes')) as readonly Resize[],
		activity: unpackActivity(readBytes(row, 'activity')),
	};
}

export async function dropIndex(connection: Connection): Promise<void> {
	await connection.write(() => {
		connection.exec(`
			delete from indexes;
			delete from keyframes;
			delete from seen_blocks;
			delete from seen_chunks;
			drop table seen_words;
			drop table seen_parts;
			drop table seen_pairs;
			${seenTables};
			update sessions set index_version = null, indexed_id = null, seen_pass = null, gaps = 0, has_input = 0, is_pipe = 0, resizes = 0, length_ms = last_position_ms, ended_at = wall_at + last_position_ms - wall_position_ms;
			update state set revision = revision + 1;
		`);
	});
}

/**
Pack the remaining rows of recordings that are no longer live.

Of one session, or of all: at most 100 of them, so that it stays a short visit.
*/
export async function compactEnded(connection: Connection, nowAt: number, {session, group}: {readonly session?: number; readonly group: WriteGroup}): Promise<void> {
	const sql = 'select distinct session from messages join sessions using (session) where (exit is not null or heard_at <= ?) and (? is null or session = ?) limit 100';
	const rows = await connection.read(() => connection.prepare(sql).all(nowAt - silenceMs, session ?? null, session ?? null));
	for (const row of rows) {
		let hasMore;
		do {
			// In steps, so that other writers get their turn.
			hasMore = await group.write(() => hasCompacted(connection, readNumber(row, 'session')));
		} while (hasMore);
	}
}

/** Only the index has read the timing inside the last message, so it knows the length better. */
function updateSession(connection: Connection, session: number, {version, messages, summary, activity, resizes, gaps}: SessionIndex): void {
	const lastMs = Math.max(0, activity.at(-1)?.untilMs ?? 0, resizes.at(-1)?.positionMs ?? 0);
	connection.prepare(`
		update sessions set index_version = ?, indexed_id = ?, gaps = ?, has_input = ?, is_pipe = ?, resizes = ?, length_ms = max(last_position_ms, ?), ended_at = wall_at + max(last_position_ms, ?) - wall_position_ms
		where session = ?
	`).run(version, summary.indexedId, gaps.filter(gap => isGap(gap)).length, summary.hasInput ? 1 : 0, summary.isPipe ? 1 : 0, summary.resizes, Math.round(lastMs), Math.round(lastMs), session);
	joinSession(connection, session);
	if (messages !== undefined && messages !== countMessages(connection, session, summary.indexedId)) {
		dropStaleIndex(connection, session, summary.indexedId);
	}

	connection.prepare('update state set revision = revision + 1').run();
}

/** How many messages there are up to an id. */
function countMessages(connection: Connection, session: number, lastId: number): number {
	const row = connection.prepare(`
		select last_id, messages,
			(select count(*) from messages where messages.session = sessions.session and id > ?) as rows_after,
			(select ifnull(sum(count), 0) from blocks where blocks.session = sessions.session and first_id > ?) as packed_after
		from sessions where session = ?
	`).get(lastId, lastId, session) ?? {};
	const messages = readNumber(row, 'messages');
	if (readNumber(row, 'last_id') === lastId) {
		return messages;
	}

	const block = findBlock(connection, session, lastId);
	const cutAfter = block === undefined || block.firstId > lastId ? 0 : block.messages.filter(({id}) => id > lastId).length;
	return messages - readNumber(row, 'rows_after') - readNumber(row, 'packed_after') - cutAfter;
}
