import type {SessionKey, StoredMessage} from '../store.ts';
import type {SizedMessage} from './block.ts';
import {findBlock} from './blocks.ts';
import {parseMessage} from './compact.ts';
import type {Connection} from './connection.ts';
import {findSession} from './sessions.ts';

/** Rows read in one go, like a block's worth. */
const rowsPerRead = 64;
const bytesPerRead = 1024 * 1024;

/**
Give a recording's messages in order of id.

Each block's worth is read in a transaction of its own and given from memory: a slow reader holds nothing in the store.

@yields The messages; none when there is no such recording.
*/
export async function * readMessages(connection: Connection, key: SessionKey, fromId: number): AsyncIterable<StoredMessage> {
	for (let nextId = fromId; ;) {
		const startId = nextId;
		// Each piece is read when the reader has done with the one before.

		const piece = await connection.read(() => {
			const session = findSession(connection, key);
			return session === undefined ? [] : readPiece(connection, session, startId);
		});
		const last = piece.at(-1);
		if (last === undefined) {
			return;
		}

		for (const {id, positionMs, text} of piece) {
			yield {id, positionMs, text};
		}

		nextId = last.id + 1;
	}
}

/** The next messages from an id on: a block and the late rows that belong between its messages, or rows alone. */
function readPiece(connection: Connection, session: number, fromId: number): SizedMessage[] {
	const block = findBlock(connection, session, fromId);
	const {rows, isCut} = readRows(connection, session, {fromId, toId: block?.lastId ?? Number.MAX_SAFE_INTEGER});
	const untilId = isCut ? rows.at(-1)?.id ?? fromId : Number.MAX_SAFE_INTEGER;
	const packed = block?.messages.filter(message => message.id >= fromId && message.id <= untilId) ?? [];
	return [...packed, ...rows].toSorted((a, b) => a.id - b.id);
}

/** `isCut`: there may be more rows after the last one. */
function readRows(connection: Connection, session: number, {fromId, toId}: {readonly fromId: number; readonly toId: number}): {readonly rows: readonly SizedMessage[]; readonly isCut: boolean} {
	const rows: SizedMessage[] = [];
	let sizeBytes = 0;
	for (const row of connection.prepare('select id, position_ms, size_bytes, text from messages where session = ? and id >= ? and id <= ? order by id').iterate(session, fromId, toId)) {
		const message = parseMessage(row);
		rows.push(message);
		sizeBytes += message.sizeBytes;
		if (rows.length === rowsPerRead || sizeBytes >= bytesPerRead) {
			return {rows, isCut: true};
		}
	}

	return {rows, isCut: false};
}
