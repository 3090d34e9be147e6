import type {SessionAudit} from '../../event.ts';
import type {Connection} from '../connection.ts';
import {readNumber, readOptionalNumber, readOptionalText, readText} from '../row.ts';
import type {Row} from '../row.ts';
import {readCommands} from './read-commands.ts';
import type {Span} from './read-commands.ts';
import {isSameSession, parseTrail, readBoot} from './trail.ts';

/** A login is told before its recorder begins, and a logout after it has ended. */
const marginMs = 10_000;
/** How long a recording whose end nobody told may have gone on in silence: where the boot is known the audit session's number is no other's. */
const openEndMs = 24 * 3_600_000;
const openEndOfUnknownBootMs = 600_000;

/** What was added to a trail. `firstEvent` is the row of the first event; `undefined` when some that were there got more lines. */
export type TrailGrowth = {readonly times: readonly number[]; readonly firstEvent: number | undefined};

/** Tell the recordings that a trail belongs to that it has more events. Runs inside a transaction. */
export function joinTrail(connection: Connection, trail: number, {times, firstEvent}: TrailGrowth): void {
	const [fromAt, untilAt] = [Math.min(...times), Math.max(...times)];
	const rows = connection.prepare('select session, sessions.rec, sessions.host_folded as session_host, trails.* from trails join sessions using (audit_session, host_short) where trail = ?').all(trail);
	for (const row of rows.filter(each => isSameSession(parseTrail(each), {hostFolded: readText(each, 'session_host'), boot: readBoot(readText(each, 'rec'))}))) {
		const session = readNumber(row, 'session');
		const known = readSpan(connection, session, trail);
		if (known === undefined || firstEvent === undefined) {
			joinAnew(connection, session);
		} else if (fromAt <= known.untilAt && untilAt >= known.fromAt) {
			addWords(connection, {session, span: known, firstEvent});
			keepAudit(connection, session);
		}
	}
}

/** After messages were added: find the events of a recording that has begun earlier, goes on longer or is new. Runs inside a transaction. */
export function joinSession(connection: Connection, session: number): void {
	if (listSpans(connection, session).some(span => !isCovered(connection, session, span))) {
		joinAnew(connection, session);
	}
}

/** Find the events of a recording, and keep what they say beside it. Runs inside a transaction. */
export function joinAnew(connection: Connection, session: number): void {
	connection.prepare('delete from session_trails where session = ?').run(session);
	connection.prepare('delete from session_words where session = ?').run(session);
	for (const span of listSpans(connection, session)) {
		connection.prepare('insert into session_trails (session, trail, from_at, until_at) values (?, ?, ?, ?)').run(session, span.trail, span.fromAt, span.untilAt);
		addWords(connection, {session, span, firstEvent: 0});
	}

	keepAudit(connection, session);
}

function addWords(connection: Connection, {session, span: {trail, fromAt, untilAt}, firstEvent}: {readonly session: number; readonly span: Span; readonly firstEvent: number}): void {
	connection.prepare('insert or ignore into session_words (session, word) select distinct ?, word from events join event_words using (event) where trail = ? and at between ? and ? and event >= ?')
		.run(session, trail, fromAt, untilAt, firstEvent);
}

/** Without a wall clock nobody can tell which events belong to a recording. */
function listSpans(connection: Connection, session: number): readonly Span[] {
	const row = connection.prepare('select rec, host_folded, host_short, audit_session, started_at, ended_at, exit from sessions where session = ?').get(session) ?? {};
	const [startedAt, endedAt] = [readOptionalNumber(row, 'started_at'), readOptionalNumber(row, 'ended_at')];
	const auditSession = readOptionalNumber(row, 'audit_session');
	if (startedAt === undefined || endedAt === undefined || auditSession === undefined) {
		return [];
	}

	const owner = {hostFolded: readText(row, 'host_folded'), boot: readBoot(readText(row, 'rec'))};
	const trails = connection.prepare('select * from trails where audit_session = ? and host_short = ?').all(auditSession, readText(row, 'host_short')).map(each => parseTrail(each));
	const hasEnd = readOptionalText(row, 'exit') !== undefined;
	return trails.filter(trail => isSameSession(trail, owner)).map(({trail, boot}) => {
		const isBootKnown = boot !== '' && owner.boot !== undefined;
		return {trail, fromAt: startedAt - marginMs, untilAt: endedAt + (hasEnd ? marginMs : (isBootKnown ? openEndMs : openEndOfUnknownBootMs))};
	});
}

/** No event of the trail lies in the span that was not looked at before. */
function isCovered(connection: Connection, session: number, {trail, fromAt, untilAt}: Span): boolean {
	const known = readSpan(connection, session, trail);
	if (known === undefined) {
		return false;
	}

	const row = connection.prepare('select exists (select 1 from events where trail = ? and at between ? and ?) or exists (select 1 from events where trail = ? and at between ? and ?) as changed')
		.get(trail, Math.min(fromAt, known.fromAt), Math.max(fromAt, known.fromAt) - 1, trail, Math.min(untilAt, known.untilAt) + 1, Math.max(untilAt, known.untilAt));
	return row === undefined || readNumber(row, 'changed') === 0;
}

function readSpan(connection: Connection, session: number, trail: number): Span | undefined {
	const row = connection.prepare('select from_at, until_at from session_trails where session = ? and trail = ?').get(session, trail);
	return row === undefined ? undefined : parseSpan({...row, trail});
}

function parseSpan(row: Row): Span {
	return {trail: readNumber(row, 'trail'), fromAt: readNumber(row, 'from_at'), untilAt: readNumber(row, 'until_at')};
}

/** What is told in lists. What ran before the recording began is the login's own: greetings and the like. */
function keepAudit(connection: Connection, session: number): void {
	const startedAt = readOptionalNumber(connection.prepare('select started_at from sessions where session = ?').get(session) ?? {}, 'started_at') ?? 0;
	const counts = connection.prepare(`
		select count(*) as events, count(*) filter (where is_command and at >= ?) as commands, ifnull(max(is_root and at >= ?), 0) as is_root
		from session_trails join events on events.trail = session_trails.trail and at between from_at and until_at where session = ?
	`).get(startedAt, startedAt, session) ?? {};
	const spans = connection.prepare('select trail, from_at, until_at from session_trails where session = ?').all(session).map(row => ({...parseSpan(row), fromAt: Math.max(startedAt, readNumber(row, 'from_at'))}));
	const audit: SessionAudit = {
		events: readNumber(counts, 'events'),
		commands: readNumber(counts, 'commands'),
		...readCommands(connection, spans),
		isRoot: readNumber(counts, 'is_root') === 1,
	};
	connection.prepare('update sessions set events = ?, commands = ?, has_root = ?, audit = ? where session = ?')
		.run(audit.events, audit.commands, Number(audit.isRoot), audit.events === 0 ? null : JSON.stringify(audit), session);
}
