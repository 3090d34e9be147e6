import {zstdCompressSync, zstdDecompressSync} from 'node:zlib';
import type {Keyframe, SessionKey} from '../store.ts';
import type {Connection} from './connection.ts';
import {readBytes, readNumber} from './row.ts';
import {findSession} from './sessions.ts';

export function insertKeyframes(connection: Connection, session: number, keyframes: readonly Keyframe[]): void {
	const insert = connection.prepare('insert or replace into keyframes (session, position_ms, id, packet, output_bytes, columns, rows, ansi) values (?, ?, ?, ?, ?, ?, ?, ?)');
	for (const {positionMs, id, packet, outputBytes, columns, rows, ansi} of keyframes) {
		insert.run(session, Math.round(positionMs), id, packet, outputBytes, columns, rows, zstdCompressSync(ansi));
	}
}

export async function getKeyframe(connection: Connection, key: SessionKey, positionMs: number): Promise<Keyframe | undefined> {
	const row = await connection.read(() => {
		const session = findSession(connection, key) ?? null;
		return connection.prepare('select * from keyframes where session = ? and position_ms <= ? order by position_ms desc, id desc, packet desc limit 1').get(session, positionMs);
	});
	return row === undefined
		? undefined
		: {
			positionMs: readNumber(row, 'position_ms'),
			id: readNumber(row, 'id'),
			packet: readNumber(row, 'packet'),
			outputBytes: readNumber(row, 'output_bytes'),
			columns: readNumber(row, 'columns'),
			rows: readNumber(row, 'rows'),
			ansi: zstdDecompressSync(readBytes(row, 'ansi')).toString(),
		};
}
