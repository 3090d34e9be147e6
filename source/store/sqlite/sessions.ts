import {fold} from '../query/fold.ts';
import type {Session, SessionKey} from '../store.ts';
import type {Connection} from './connection.ts';
import {readNumber} from './row.ts';
import {parseSession, sessionColumns} from './session-row.ts';

/** The number under which other tables name a recording. */
export function findSession(connection: Connection, {host, rec}: SessionKey): number | undefined {
	const row = connection.prepare('select session from sessions where host = ? and rec = ?').get(host.toWellFormed(), rec.toWellFormed());
	return row === undefined ? undefined : readNumber(row, 'session');
}

export async function getSession(connection: Connection, {host, rec}: SessionKey, nowAt: number): Promise<Session | undefined> {
	const sql = `select ${sessionColumns} from sessions left join indexes using (session) where host = ? and rec = ?`;
	const row = await connection.read(() => connection.prepare(sql).get(host.toWellFormed(), rec.toWellFormed()));
	return row === undefined ? undefined : parseSession(row, nowAt);
}

/** See `Store.findSessions`; the order is that of the start. */
export async function findSessions(connection: Connection, {host, rec, nowAt}: {readonly host: string | undefined; readonly rec: string; readonly nowAt: number}): Promise<readonly Session[]> {
	const sql = `select ${sessionColumns} from sessions left join indexes using (session)
		where (rec = ? or rec_short = ?) and (? is null or host = ?) order by started_at, sessions.session`;
	const hostValue = host?.toWellFormed() ?? null;
	const rows = await connection.read(() => connection.prepare(sql).all(rec.toWellFormed(), fold(rec), hostValue, hostValue));
	return rows.map(row => parseSession(row, nowAt));
}
