import type {SessionKey} from '../store.ts';
import {findBlock} from './blocks.ts';
import type {Connection} from './connection.ts';
import {readNumber} from './row.ts';
import type {Row} from './row.ts';
import {findSession} from './sessions.ts';

/** See `Store.getMessageIdAt`. Reads at most one block. */
export async function getMessageIdAt(connection: Connection, key: SessionKey, positionMs: number): Promise<number | undefined> {
	return connection.read(() => {
		const session = findSession(connection, key);
		if (session === undefined) {
			return undefined;
		}

		const hot = readId(connection.prepare('select max(id) as id from messages where session = ? and position_ms <= ?').get(session, positionMs));
		const packed = findPackedId(connection, session, positionMs);
		const found = Math.max(hot ?? -1, packed ?? -1);
		return found === -1 ? readId(connection.prepare('select first_id as id from sessions where session = ?').get(session)) : found;
	});
}

function findPackedId(connection: Connection, session: number, positionMs: number): number | undefined {
	const blockId = readId(connection.prepare('select max(last_id) as id from blocks where session = ? and from_ms <= ?').get(session, positionMs));
	return blockId === undefined ? undefined : findBlock(connection, session, blockId)?.messages.findLast(message => message.positionMs <= positionMs)?.id;
}

function readId(row: Row | undefined): number | undefined {
	return row === undefined || row.id === null ? undefined : readNumber(row, 'id');
}
