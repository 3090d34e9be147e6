import {cutBlocks, packBlock} from './block.ts';
import type {SizedMessage} from './block.ts';
import {findBlock} from './blocks.ts';
import type {Connection} from './connection.ts';
import {readNumber, readText} from './row.ts';
import type {Row} from './row.ts';

export function insertHot(connection: Connection, session: number, messages: readonly SizedMessage[]): void {
	const insert = connection.prepare('insert into messages (session, id, position_ms, size_bytes, text) values (?, ?, ?, ?, ?)');
	for (const {id, positionMs, sizeBytes, text} of messages) {
		insert.run(session, id, positionMs, sizeBytes, text);
	}
}

/**
Store messages behind the last block: full blocks at once, the rest as rows until there are enough.

Runs inside the transaction that stores them, so nothing is ever in both places or in none.
*/
export function settleTail(connection: Connection, {session, lastBlockId, fresh}: {readonly session: number; readonly lastBlockId: number; readonly fresh: readonly SizedMessage[]}): void {
	const hot = connection.prepare('select id, position_ms, size_bytes, text from messages where session = ? and id > ?').all(session, lastBlockId).map(row => parseMessage(row));
	const {full, rest} = cutBlocks([...hot, ...fresh].toSorted((a, b) => a.id - b.id));
	const lastPacked = full.at(-1)?.at(-1);
	if (lastPacked === undefined) {
		insertHot(connection, session, fresh);
		return;
	}

	const hotIds = new Set(hot.map(message => message.id));
	connection.prepare('delete from messages where session = ? and id > ? and id <= ?').run(session, lastBlockId, lastPacked.id);
	insertHot(connection, session, rest.filter(message => !hotIds.has(message.id)));
	insertBlocks(connection, session, full);
}

/**
Move one stretch of a recording's rows into blocks: late rows into the block they belong to, others into blocks of their own.

@returns False when no row was left. Call again in a new transaction until then: each step is bounded in time and memory.
*/
export function hasCompacted(connection: Connection, session: number): boolean {
	const first = readFirstHotId(connection, session);
	if (first === undefined) {
		return false;
	}

	const block = findBlock(connection, session, first);
	const isInside = block !== undefined && block.firstId <= first;
	const limitId = block === undefined ? Number.MAX_SAFE_INTEGER : (isInside ? block.lastId : block.firstId - 1);
	const rows = readRows(connection, session, {fromId: first, toId: limitId});
	const lastId = rows.at(-1)?.id ?? first;
	const merged = isInside ? [...block.messages, ...rows].toSorted((a, b) => a.id - b.id) : rows;
	const {full, rest} = cutBlocks(merged);
	connection.prepare('delete from messages where session = ? and id >= ? and id <= ?').run(session, first, lastId);
	if (isInside) {
		connection.prepare('delete from blocks where rowid = ?').run(block.rowid);
	}

	insertBlocks(connection, session, rest.length === 0 ? full : [...full, rest]);
	return true;
}

function readFirstHotId(connection: Connection, session: number): number | undefined {
	const row = connection.prepare('select id from messages where session = ? order by id limit 1').get(session);
	return row === undefined ? undefined : readNumber(row, 'id');
}

/** At most one block's worth. */
function readRows(connection: Connection, session: number, {fromId, toId}: {readonly fromId: number; readonly toId: number}): SizedMessage[] {
	const rows: SizedMessage[] = [];
	for (const row of connection.prepare('select id, position_ms, size_bytes, text from messages where session = ? and id >= ? and id <= ? order by id').iterate(session, fromId, toId)) {
		rows.push(parseMessage(row));
		if (cutBlocks(rows).full.length > 0) {
			break;
		}
	}

	return rows;
}

function insertBlocks(connection: Connection, session: number, blocks: ReadonlyArray<readonly SizedMessage[]>): void {
	const insert = connection.prepare('insert into blocks (session, first_id, last_id, count, size_bytes, from_ms, data) values (?, ?, ?, ?, ?, ?, ?)');
	for (const messages of blocks) {
		const sizeBytes = messages.reduce((sum, message) => sum + message.sizeBytes, 0);
		let fromMs = Number.MAX_SAFE_INTEGER;

		for (const message of messages) {
			fromMs = Math.min(fromMs, message.positionMs);
		}

		insert.run(session, messages[0]?.id ?? 0, messages.at(-1)?.id ?? 0, messages.length, sizeBytes, fromMs, packBlock(messages));
	}
}

export function parseMessage(row: Row): SizedMessage {
	return {id: readNumber(row, 'id'), positionMs: readNumber(row, 'position_ms'), sizeBytes: readNumber(row, 'size_bytes'), text: readText(row, 'text')};
}
