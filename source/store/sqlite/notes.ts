import {fold} from '../query/fold.ts';
import {summarizeNotes} from '../note.ts';
import type {Note} from '../note.ts';
import {StoreError} from '../store-error.ts';
import type {SessionKey} from '../store.ts';
import type {Connection} from './connection.ts';
import {readNumber, readOptionalNumber, readText} from './row.ts';
import {findSession} from './sessions.ts';

/** What stands after it is kept beside the session in the same transaction: lists and searches read that. */
export async function addNote(connection: Connection, note: Note): Promise<void> {
	await connection.write(() => {
		const session = findSession(connection, note);
		if (session === undefined) {
			throw new StoreError(`${connection.file}: no recording ${note.host}/${note.rec} to note something on`);
		}

		connection.prepare('insert into notes (session, at, who, kind, position_ms, text) values (?, ?, ?, ?, ?, ?)')
			.run(session, Math.round(note.at), note.who.toWellFormed(), note.kind, note.positionMs === undefined ? null : Math.round(note.positionMs), note.text.toWellFormed());
		const {tags, noteCount} = summarizeNotes(readNotes(connection, note, session));
		connection.prepare('delete from tags where session = ?').run(session);
		const insert = connection.prepare('insert into tags (session, tag, tag_folded) values (?, ?, ?)');
		for (const tag of tags) {
			insert.run(session, tag, fold(tag));
		}

		connection.prepare('update sessions set notes = ? where session = ?').run(noteCount, session);
		connection.prepare('update state set revision = revision + 1').run();
	});
}

export async function listNotes(connection: Connection, key: SessionKey): Promise<readonly Note[]> {
	return connection.read(() => {
		const session = findSession(connection, key);
		return session === undefined ? [] : readNotes(connection, key, session);
	});
}

function readNotes(connection: Connection, {host, rec}: SessionKey, session: number): readonly Note[] {
	return connection.prepare('select at, who, kind, position_ms, text from notes where session = ? order by sequence').all(session).map(row => ({
		host,
		rec,
		at: readNumber(row, 'at'),
		who: readText(row, 'who'),
		// Written by addNote from this very type.
		kind: readText(row, 'kind') as Note['kind'],
		positionMs: readOptionalNumber(row, 'position_ms'),
		text: readText(row, 'text'),
	}));
}
