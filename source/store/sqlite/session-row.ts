import type {Session, SessionAudit, SessionSummary} from '../store.ts';
import {readNumber, readOptionalNumber, readOptionalText, readText} from './row.ts';
import type {Row} from './row.ts';

/** Silence after which a recording without an end mark counts as ended. */
export const silenceMs = 24 * 3600 * 1000;

/** What `parseSession` reads. */
export const sessionColumns = `sessions.session, host, rec, user, term, audit_session, started_at, ended_at, length_ms, heard_at, received_at,
	first_id, last_id, messages, size_bytes, exit, sessions.gaps, summary, audit, notes, (select json_group_array(tag) from (select tag from tags where tags.session = sessions.session order by tag)) as tags`;

/** What is live depends on the time now, epoch milliseconds. */
export function parseSession(row: Row, nowAt: number): Session {
	const exit = readOptionalText(row, 'exit');
	const isLive = exit === undefined && readNumber(row, 'heard_at') > nowAt - silenceMs;
	const summary = readOptionalText(row, 'summary');
	const audit = readOptionalText(row, 'audit');
	return {
		host: readText(row, 'host'),
		rec: readText(row, 'rec'),
		user: readText(row, 'user'),
		term: readText(row, 'term'),
		auditSession: readOptionalNumber(row, 'audit_session'),
		startedAt: readOptionalNumber(row, 'started_at'),
		endedAt: readOptionalNumber(row, 'ended_at'),
		lengthMs: readNumber(row, 'length_ms'),
		state: isLive ? 'live' : (readNumber(row, 'gaps') > 0 ? 'broken' : 'ended'),
		receivedAt: readNumber(row, 'received_at'),
		firstId: readNumber(row, 'first_id'),
		lastId: readNumber(row, 'last_id'),
		messages: readNumber(row, 'messages'),
		sizeBytes: readNumber(row, 'size_bytes'),
		exit,
		// Written by putMarks from this very type.
		summary: summary === undefined ? undefined : JSON.parse(summary) as SessionSummary,
		// Written by tellAudit from this very type.
		audit: audit === undefined ? undefined : JSON.parse(audit) as SessionAudit,
		// Made by SQLite from a column of texts.
		tags: JSON.parse(readText(row, 'tags')) as readonly string[],
		noteCount: readNumber(row, 'notes'),
	};
}
