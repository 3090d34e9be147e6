import type {AuditAction} from '../../../format/audit/action/audit-action.ts';
import {listFacts} from '../../query/fact.ts';
import type {Fact} from '../../query/fact.ts';
import type {Connection} from '../connection.ts';
import {readNumber, readText} from '../row.ts';
import type {Row} from '../row.ts';

/** Keep what a search can find an event by, in place of what was kept before. */
export function putWords(connection: Connection, event: number, action: AuditAction): void {
	connection.prepare('delete from event_words where event = ?').run(event);
	for (const fact of listFacts(action)) {
		connection.prepare('insert into event_words (event, word) values (?, ?)').run(event, openWord(connection, fact));
	}
}

function openWord(connection: Connection, {field, access, name, text, isNoise}: Fact): number {
	const values = [field, text, name, access, Number(isNoise)];
	const known = connection.prepare('select word from words where field = ? and text = ? and name = ? and access = ? and is_noise = ?').get(...values);
	return known === undefined
		? Number(connection.prepare('insert into words (field, text, name, access, is_noise) values (?, ?, ?, ?, ?)').run(...values).lastInsertRowid)
		: readNumber(known, 'word');
}

export const wordColumns = 'field, access, name, text, is_noise';

export function parseWord(row: Row): Fact {
	return {
		// Written by openWord from this very type.
		field: readText(row, 'field') as Fact['field'],
		access: readText(row, 'access') as Fact['access'],
		name: readText(row, 'name'),
		text: readText(row, 'text'),
		isNoise: readNumber(row, 'is_noise') === 1,
	};
}
