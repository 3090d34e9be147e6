import {chainAccess} from '../access-chain.ts';
import type {AccessEntry, LoggedAccess} from '../store.ts';
import type {Connection} from './connection.ts';
import {readNumber, readText} from './row.ts';
import type {Row} from './row.ts';

/** The entry before is read in the transaction that writes this one: two auditors cannot fork the chain. */
export async function addAccess(connection: Connection, entry: AccessEntry): Promise<void> {
	await connection.write(() => {
		const last = connection.prepare('select sequence, hash from access order by sequence desc limit 1').get();
		const linked = chainAccess(entry, last === undefined ? undefined : {sequence: readNumber(last, 'sequence'), hash: readText(last, 'hash')});
		connection.prepare('insert into access (sequence, at, who, action, what, detail, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?)')
			.run(linked.sequence, linked.at, linked.who, linked.action, linked.what, linked.detail, linked.previousHash, linked.hash);
	});
}

export async function listAccess(connection: Connection, limit: number): Promise<readonly LoggedAccess[]> {
	const rows = await connection.read(() => connection.prepare('select * from access order by sequence desc limit ?').all(limit));
	return rows.map(row => parseAccess(row));
}

function parseAccess(row: Row): LoggedAccess {
	return {
		at: readNumber(row, 'at'),
		who: readText(row, 'who'),
		// What the file holds is told as it is: a forged word shows in the chain, not as a failure to list.
		action: readText(row, 'action') as LoggedAccess['action'],
		what: readText(row, 'what'),
		detail: readText(row, 'detail'),
		sequence: readNumber(row, 'sequence'),
		previousHash: readText(row, 'previous_hash'),
		hash: readText(row, 'hash'),
	};
}
