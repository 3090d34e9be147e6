import type {AuditAction} from '../../../format/audit/action/audit-action.ts';
import type {RawLine} from '../../../format/audit/shipped/raw-line.ts';
import {isCommand} from '../../query/fact.ts';
import type {Added, NewEvent} from '../../store.ts';
import type {Connection} from '../connection.ts';
import {readBytes, readNumber} from '../row.ts';
import {actionVersion, describeLines} from './describe-lines.ts';
import {cutEvents, packActions, packLines, unpackLines} from './event-block.ts';
import type {EventLines} from './event-block.ts';
import {joinTrail} from './join-session.ts';
import {listSameTrails, openTrail} from './trail.ts';
import {putWords} from './words.ts';

/** Store a batch in one transaction; see `Store.addEvents`. */
export async function addEvents(connection: Connection, events: readonly NewEvent[]): Promise<Added> {
	return connection.write(() => {
		const counts = {stored: 0, doubled: 0, conflicting: 0};
		for (const group of Map.groupBy(events, ({host, boot, auditSession}) => JSON.stringify([host, boot, auditSession])).values()) {
			addGroup(connection, group, counts);
		}

		if (counts.stored > 0) {
			connection.prepare('update state set revision = revision + 1').run();
		}

		return counts;
	});
}

type Counts = {stored: number; doubled: number; conflicting: number};

/** An event to write: `event` is its row when it is there already, with fewer lines. */
type Fresh = NewEvent & {readonly event: number | undefined};

/** All events of one trail in a batch. */
function addGroup(connection: Connection, events: readonly NewEvent[], counts: Counts): void {
	const [first] = events;
	if (first === undefined) {
		return;
	}

	const find = makeFinder(connection, listSameTrails(connection, first));
	const fresh = new Map<string, Fresh>();
	for (const event of events) {
		const name = `${event.at} ${event.serial}`;
		const known = fresh.get(name) ?? find(event);
		if (known === undefined) {
			counts.stored++;
			fresh.set(name, {...event, event: undefined});
			continue;
		}

		counts.doubled++;
		const names = new Set(known.lines.map(line => nameLine(line)));
		const lacking = event.lines.filter(line => !names.has(nameLine(line)));
		if (lacking.length > 0) {
			fresh.set(name, {...event, event: known.event, lines: [...known.lines, ...lacking]});
		}
	}

	if (fresh.size === 0) {
		return;
	}

	const trail = openTrail(connection, first);
	const written = cutEvents(fresh.values().toArray()).flatMap(block => insertBlock(connection, trail, block));
	const isMended = fresh.values().some(({event}) => event !== undefined);
	joinTrail(connection, trail, {times: fresh.values().map(({at}) => at).toArray(), firstEvent: isMended ? undefined : Math.min(...written)});
}

function nameLine(line: RawLine): string {
	return typeof line === 'string' ? line : `\u{0}${line.join(' ')}`;
}

type Known = {readonly event: number | undefined; readonly lines: EventLines};

/** Looks a stored event up by time and serial; keeps the block it found last, since doubled events come in order. */
function makeFinder(connection: Connection, trails: readonly number[]): (event: NewEvent) => Known | undefined {
	let lastBlock: number | undefined;
	let lines: readonly EventLines[] = [];
	return ({at, serial}) => {
		for (const trail of trails) {
			const row = connection.prepare('select event, block, place from events where trail = ? and at = ? and serial = ?').get(trail, at, serial);
			if (row === undefined) {
				continue;
			}

			const block = readNumber(row, 'block');
			if (block !== lastBlock) {
				lines = unpackLines(readBytes(connection.prepare('select lines from event_blocks where block = ?').get(block) ?? {}, 'lines'));
				lastBlock = block;
			}

			return {event: readNumber(row, 'event'), lines: lines[readNumber(row, 'place')] ?? []};
		}

		return undefined;
	};
}

/** Gives the events' rows. The old lines of an event that got more stay where they are: nothing that was received is written over. */
function insertBlock(connection: Connection, trail: number, events: readonly Fresh[]): readonly number[] {
	const actions = events.map(({lines}) => describeLines(lines));
	const {lastInsertRowid} = connection.prepare('insert into event_blocks (lines, actions, version) values (?, ?, ?)').run(packLines(events.map(({lines}) => lines)), packActions(actions), actionVersion);
	const block = Number(lastInsertRowid);
	return events.map(({event, at, serial}, place) => {
		const action = actions[place] ?? describeLines([]);
		const values = [...derive(action), block, place];
		const row = event ?? Number(connection.prepare('insert into events (is_command, is_root, block, place, trail, at, serial) values (?, ?, ?, ?, ?, ?, ?)').run(...values, trail, at, serial).lastInsertRowid);
		if (event !== undefined) {
			connection.prepare('update events set is_command = ?, is_root = ?, block = ?, place = ? where event = ?').run(...values, event);
		}

		putWords(connection, row, action);
		return row;
	});
}

/** The columns of `events` that an action tells: is it a command, and one with the rights of user 0? */
export function derive(action: AuditAction): readonly [isCommand: number, isRoot: number] {
	const isRun = isCommand(action);
	return [Number(isRun), Number(isRun && action.users.effective?.id === 0)];
}
