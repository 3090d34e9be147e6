import type {Connection} from './connection.ts';

/** A message that came late changes what each screen after it shows: keyframes would show another, and lines may be found that never stood there. */
export function dropStaleIndex(connection: Connection, session: number, firstId: number): void {
	const {changes} = connection.prepare('update sessions set indexed_id = null where session = ? and indexed_id >= ?').run(session, firstId);
	if (!(changes > 0)) {
		return;
	}

	connection.prepare('delete from keyframes where session = ?').run(session);
	connection.prepare('update seen_chunks set is_visible = 0 where session = ?').run(session);
}
