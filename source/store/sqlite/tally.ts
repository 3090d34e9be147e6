import {fold, shortenHost} from '../query/fold.ts';
import {shortenRec} from '../address.ts';
import type {NewMessage} from '../store.ts';
import type {SizedMessage} from './block.ts';
import type {Connection} from './connection.ts';
import {readNumber, readOptionalNumber, readOptionalText, readText} from './row.ts';
import type {Row} from './row.ts';

/** The session row of one recording while messages are added to it. Absolute values: saved once, whatever the batch. */
export type Tally = {
	readonly session: number;
	/** Highest id stored before this batch; -1 in a new recording. */
	readonly lastId: number;
	readonly count: (message: NewMessage, sized: SizedMessage) => void;
	readonly save: () => void;
};

/** What tlog writes as audit session when there is none: (uint32) -1. */
const noAuditSession = 4_294_967_295;

export function openTally(connection: Connection, first: NewMessage, receivedAt: number): Tally {
	const stored = connection.prepare('select * from sessions where host = ? and rec = ?').get(first.host.toWellFormed(), first.rec.toWellFormed());
	const values = stored === undefined ? startValues(first) : readValues(stored);
	const session = stored === undefined ? insertSession(connection, first, receivedAt) : readNumber(stored, 'session');
	return {
		session,
		lastId: stored === undefined ? -1 : values.lastId,
		count(message, sized) {
			countMessage(values, message, sized);
		},
		save() {
			saveValues(connection, session, {values, receivedAt});
		},
	};
}

const longAgo = 0; // A sign of life that is older than any silence.

type Values = {
	user: string;
	term: string;
	auditSession: number | undefined;
	startedAt: number | undefined;
	lengthMs: number;
	firstId: number;
	lastId: number;
	lastPositionMs: number;
	/** The newest message with a wall clock. */
	wallId: number;
	wallAt: number | undefined;
	wallPositionMs: number;
	messages: number;
	sizeBytes: number;
	exit: string | undefined;
	/** It has ended, whether or not anybody knows how. */
	isComplete: boolean;
};

function startValues({user, term, auditSession, id}: NewMessage): Values {
	return {
		user, term, auditSession, startedAt: undefined, lengthMs: 0, firstId: id, lastId: id, lastPositionMs: 0,
		wallId: -1, wallAt: undefined, wallPositionMs: 0, messages: 0, sizeBytes: 0, exit: undefined, isComplete: false,
	};
}

function readValues(row: Row): Values {
	return {
		user: readText(row, 'user'),
		term: readText(row, 'term'),
		auditSession: readOptionalNumber(row, 'audit_session'),
		startedAt: readOptionalNumber(row, 'started_at'),
		lengthMs: readNumber(row, 'length_ms'),
		firstId: readNumber(row, 'first_id'),
		lastId: readNumber(row, 'last_id'),
		lastPositionMs: readNumber(row, 'last_position_ms'),
		wallId: readNumber(row, 'wall_id'),
		wallAt: readOptionalNumber(row, 'wall_at'),
		wallPositionMs: readNumber(row, 'wall_position_ms'),
		messages: readNumber(row, 'messages'),
		sizeBytes: readNumber(row, 'size_bytes'),
		exit: readOptionalText(row, 'exit'),
		isComplete: readOptionalNumber(row, 'wall_at') !== undefined && readNumber(row, 'heard_at') === longAgo,
	};
}

/** The message with the lowest id names the user and the start, whatever order they come in. */
function countMessage(values: Values, message: NewMessage, {positionMs, sizeBytes}: SizedMessage): void {
	const at = message.at === undefined ? undefined : Math.round(message.at);
	if (message.id <= values.firstId) {
		values.firstId = message.id;
		values.user = message.user;
		values.term = message.term;
		values.auditSession = message.auditSession;
	}

	if (at !== undefined && (values.startedAt === undefined || message.id === values.firstId)) {
		values.startedAt = at - positionMs;
	}

	if (at !== undefined && message.id > values.wallId) {
		values.wallId = message.id;
		values.wallAt = at;
		values.wallPositionMs = positionMs;
	}

	values.lastId = Math.max(values.lastId, message.id);
	values.lastPositionMs = Math.max(values.lastPositionMs, positionMs);
	values.lengthMs = Math.max(values.lengthMs, positionMs);
	values.messages++;
	values.sizeBytes += sizeBytes;
	values.exit = message.exit ?? values.exit;
	values.isComplete ||= message.isComplete === true;
}

function insertSession(connection: Connection, {host, rec}: NewMessage, receivedAt: number): number {
	const {lastInsertRowid} = connection.prepare(`
		insert into sessions (host, rec, user, term, host_folded, host_short, user_folded, rec_folded, rec_short, length_ms, heard_at, received_at,
			first_id, last_id, last_position_ms, wall_id, wall_position_ms, messages, size_bytes)
		values (?, ?, '', '', ?, ?, '', ?, ?, 0, ?, ?, 0, 0, 0, -1, 0, 0, 0)
	`).run(host.toWellFormed(), rec.toWellFormed(), fold(host), fold(shortenHost(host)), fold(rec), fold(shortenRec(rec)), receivedAt, receivedAt);
	return Number(lastInsertRowid);
}

/** A recorded host's clock may be wrong: it never makes a recording look younger than its newest message. */
function saveValues(connection: Connection, session: number, {values: {isComplete, ...values}, receivedAt}: {readonly values: Values; readonly receivedAt: number}): void {
	const endedAt = values.wallAt === undefined ? undefined : values.wallAt + values.lengthMs - values.wallPositionMs;
	connection.prepare(`
		update sessions set user = :user, user_folded = :userFolded, term = :term, audit_session = :auditSession,
			started_at = :startedAt, ended_at = :endedAt, length_ms = :lengthMs, heard_at = :heardAt, received_at = :receivedAt,
			first_id = :firstId, last_id = :lastId, last_position_ms = :lastPositionMs,
			wall_id = :wallId, wall_at = :wallAt, wall_position_ms = :wallPositionMs,
			messages = :messages, size_bytes = :sizeBytes, exit = :exit
		where session = :session
	`).run({
		...values,
		session,
		receivedAt,
		userFolded: fold(values.user),
		auditSession: values.auditSession === noAuditSession ? null : values.auditSession ?? null,
		startedAt: values.startedAt ?? null,
		endedAt: endedAt ?? null,
		// Without a wall clock nobody can tell that it still runs: recorders that write none are long gone.
		heardAt: isComplete ? longAgo : Math.min(endedAt ?? longAgo, receivedAt),
		wallAt: values.wallAt ?? null,
		exit: values.exit ?? null,
	});
}
