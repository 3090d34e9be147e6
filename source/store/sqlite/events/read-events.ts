import type {SessionKey, StoredEvent} from '../../store.ts';
import type {Connection} from '../connection.ts';
import {readBytes, readNumber, readText} from '../row.ts';
import type {Row} from '../row.ts';
import {findSession} from '../sessions.ts';
import {unpackActions, unpackLines} from './event-block.ts';

/** Events of one transaction: a reader that is slow holds nothing up. */
const eventsPerRead = 500;
/** Blocks kept unpacked; events of one session stand side by side in theirs. */
const blocksKept = 4;

/** See `Store.readEvents`. */
export async function * readEvents(connection: Connection, key: SessionKey): AsyncGenerator<StoredEvent> {
	const blocks = createBlocks(connection);
	let last: Place | undefined;
	for (;;) {
		const after = last;
		const read = await connection.read(() => {
			const session = findSession(connection, key);
			const rows = session === undefined ? [] : listRows(connection, session, after);
			return rows.map(row => ({event: parseEvent(row, blocks(readNumber(row, 'block'))), place: parsePlace(row)}));
		});
		for (const {event} of read) {
			yield event;
		}

		last = read.at(-1)?.place;
		if (read.length < eventsPerRead || last === undefined) {
			return;
		}
	}
}

type Place = {readonly at: number; readonly serial: string; readonly event: number};

/** The next events of each trail by its index, and of those the first ones: nearly all recordings have one trail. */
function listRows(connection: Connection, session: number, after: Place | undefined): readonly Row[] {
	const spans = connection.prepare('select trail, max(from_at, ?) as from_at, until_at, host, boot, audit_session from session_trails join trails using (trail) where session = ?')
		.all(after?.at ?? -8.64e15, session);
	const rows = spans.flatMap(({trail, from_at: fromAt, until_at: untilAt, ...owner}) => connection.prepare(`
		select event, at, serial, block, place from events
		where trail = ? and at between ? and ? and (at, length(serial), serial, event) > (?, ?, ?, ?)
		order by at, length(serial), serial, event limit ${eventsPerRead}
	`).all(trail ?? null, fromAt ?? null, untilAt ?? null, after?.at ?? -8.64e15, after?.serial.length ?? 0, after?.serial ?? '', after?.event ?? 0).map(row => ({...row, ...owner})));
	return spans.length === 1 ? rows : rows.toSorted((a, b) => comparePlaces(parsePlace(a), parsePlace(b))).slice(0, eventsPerRead);
}

function comparePlaces(a: Place, b: Place): number {
	return a.at - b.at || a.serial.length - b.serial.length || (a.serial === b.serial ? a.event - b.event : (a.serial < b.serial ? -1 : 1));
}

function parsePlace(row: Row): Place {
	return {at: readNumber(row, 'at'), serial: readText(row, 'serial'), event: readNumber(row, 'event')};
}

type Unpacked = {readonly lines: ReturnType<typeof unpackLines>; readonly actions: ReturnType<typeof unpackActions>};

function createBlocks(connection: Connection): (block: number) => Unpacked {
	const kept = new Map<number, Unpacked>();
	return block => {
		const known = kept.get(block);
		if (known !== undefined) {
			return known;
		}

		const row = connection.prepare('select lines, actions from event_blocks where block = ?').get(block) ?? {};
		const unpacked = {lines: unpackLines(readBytes(row, 'lines')), actions: unpackActions(readBytes(row, 'actions'))};
		const [oldest] = kept.keys();
		if (kept.size >= blocksKept && oldest !== undefined) {
			kept.delete(oldest);
		}

		kept.set(block, unpacked);
		return unpacked;
	};
}

function parseEvent(row: Row, {lines, actions}: Unpacked): StoredEvent {
	const place = readNumber(row, 'place');
	const [boot, auditSession] = [readText(row, 'boot'), readNumber(row, 'audit_session')];
	const action = actions[place];
	if (action === undefined) {
		throw new RangeError(`a block of ${actions.length} audit events has none at ${place}`);
	}

	return {
		host: readText(row, 'host'),
		boot: boot === '' ? undefined : boot,
		at: readNumber(row, 'at'),
		serial: readText(row, 'serial'),
		auditSession: auditSession < 0 ? undefined : auditSession,
		lines: lines[place] ?? [],
		action,
	};
}
