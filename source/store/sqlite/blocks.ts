import {unpackBlock} from './block.ts';
import type {SizedMessage} from './block.ts';
import type {Connection} from './connection.ts';
import {readBytes, readNumber} from './row.ts';

/** A block unpacked, and where it is kept. */
export type Block = {
	readonly rowid: number;
	readonly firstId: number;
	readonly lastId: number;
	readonly messages: readonly SizedMessage[];
};

/** The block that holds the id, else the first one after it. Blocks of one session do not overlap. */
export function findBlock(connection: Connection, session: number, id: number): Block | undefined {
	const row = connection.prepare('select rowid, first_id, last_id, data from blocks where session = ? and last_id >= ? order by last_id limit 1').get(session, id);
	return row === undefined
		? undefined
		: {
			rowid: readNumber(row, 'rowid'),
			firstId: readNumber(row, 'first_id'),
			lastId: readNumber(row, 'last_id'),
			messages: unpackBlock(readBytes(row, 'data')),
		};
}

/** Last id that is in a block; -1 when there is none. */
export function readLastBlockId(connection: Connection, session: number): number {
	const row = connection.prepare('select ifnull(max(last_id), -1) as id from blocks where session = ?').get(session);
	return row === undefined ? -1 : readNumber(row, 'id');
}
