import type {Connection} from '../connection.ts';
import {readBytes, readNumber} from '../row.ts';
import {derive} from './add-events.ts';
import {actionVersion, describeLines} from './describe-lines.ts';
import {packActions, unpackLines} from './event-block.ts';
import {joinAnew} from './join-session.ts';
import {putWords} from './words.ts';

/** See `Store.describeEvents`: block by block, so that other writers get their turn. */
export async function describeEvents(connection: Connection, isAll: boolean): Promise<number> {
	const blocks = await connection.read(() => connection.prepare('select block from event_blocks where ? or version <> ? order by block').all(Number(isAll), actionVersion).map(row => readNumber(row, 'block')));
	let count = 0;
	for (const block of blocks) {
		count += await connection.write(() => describeBlock(connection, block));
	}

	if (count > 0) {
		const sessions = await connection.read(() => connection.prepare('select distinct session from session_trails').all().map(row => readNumber(row, 'session')));
		for (const session of sessions) {
			await connection.write(() => {
				joinAnew(connection, session);
			});
		}

		await connection.write(() => connection.prepare('update state set revision = revision + 1').run());
	}

	return count;
}

/** How many of its events are the ones that count: those that got more lines later stand in another block. */
function describeBlock(connection: Connection, block: number): number {
	const lines = unpackLines(readBytes(connection.prepare('select lines from event_blocks where block = ?').get(block) ?? {}, 'lines'));
	const actions = lines.map(each => describeLines(each));
	connection.prepare('update event_blocks set actions = ?, version = ? where block = ?').run(packActions(actions), actionVersion, block);
	const rows = connection.prepare('select event, place from events where block = ?').all(block);
	for (const row of rows) {
		const action = actions[readNumber(row, 'place')];
		if (action === undefined) {
			continue;
		}

		connection.prepare('update events set is_command = ?, is_root = ? where event = ?').run(...derive(action), readNumber(row, 'event'));
		putWords(connection, readNumber(row, 'event'), action);
	}

	return rows.length;
}
