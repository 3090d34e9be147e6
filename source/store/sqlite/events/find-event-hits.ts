import type {AuditAction} from '../../../format/audit/action/audit-action.ts';
import {readForReplay} from '../../../format/recording/read-for-replay.ts';
import {findSign} from '../../../format/audit/action/event-sign.ts';
import type {Hit, HitKind} from '../../moments.ts';
import {printEventId} from '../../print-event-id.ts';
import {placeEvents} from '../../place-events.ts';
import {isInTimes} from '../../query/moment-patterns.ts';
import type {Query, TextPattern} from '../../query/query.ts';
import {runCapped} from '../../query/run-capped.ts';
import {createTextMatcher} from '../../query/text-matcher.ts';
import type {Gap, Session} from '../../store.ts';
import {createWallClock} from '../../wall-clock.ts';
import type {ClockMark, WallClock} from '../../wall-clock.ts';
import type {Connection} from '../connection.ts';
import {readMessages} from '../read-messages.ts';
import {readBytes, readNumber, readText} from '../row.ts';
import type {Row} from '../row.ts';
import {searchCapMs} from '../search/search-cap.ts';
import {unpackActions} from './event-block.ts';

/** Something that events may tell, and when it counts. */
export type SoughtFact = {
	readonly kind: HitKind;
	readonly pattern: TextPattern;
	readonly times: readonly Query[];
	/** Rows of what is meant. */
	readonly words: readonly number[];
};

type Request = {
	readonly number: number;
	readonly session: Session;
	readonly facts: readonly SoughtFact[];
	readonly limit: number;
};

type Found = {readonly hits: readonly Hit[]; readonly count: number};

/** The audit events of one session that tell what is sought: the first ones by position, and how many there are. */
export async function findEventHits(connection: Connection, {number, session, facts, limit}: Request): Promise<Found> {
	if (facts.length === 0) {
		return {hits: [], count: 0};
	}

	const clock = await readClock(connection, number, session);
	return connection.read(() => {
		const factByEvent = matchEvents(connection, number, facts);
		const rows = listEvents(connection, number);
		const placed = placeEvents(rows, clock, session.lengthMs).filter(({event: {event}}) => factByEvent.has(event));
		const readAction = createActionReader(connection);
		const hits = placed.slice(0, limit).map(({positionMs, event}) => makeHit(readAction(event), {positionMs, event, fact: factByEvent.get(event.event)}));
		return {hits, count: placed.length};
	});
}

type Marks = [ClockMark, ...ClockMark[]];

/** The recording's clock, as the index found it set. A session with events has a begin. */
async function readClock(connection: Connection, number: number, session: Session): Promise<WallClock> {
	const row = await connection.read(() => connection.prepare('select gaps from indexes where session = ?').get(number));
	const gaps = row === undefined ? [] : JSON.parse(readText(row, 'gaps')) as readonly Gap[]; // Written by the index from this very type.
	const marks: Marks = [{positionMs: 0, at: session.startedAt ?? 0}];
	for (const {firstId} of gaps.filter(({kind}) => kind === 'clock')) {
		const messages = readMessages(connection, session, firstId)[Symbol.asyncIterator]();
		const first = await messages.next();
		await messages.return?.();
		const at = first.done === true ? undefined : readForReplay(first.value.text, 0).message?.at;
		if (first.done !== true && at !== undefined) {
			marks.push({positionMs: first.value.positionMs, at});
		}
	}

	return createWallClock(marks);
}

/** Events by their rows, each with the first of the terms that means it at its time. */
function matchEvents(connection: Connection, number: number, facts: readonly SoughtFact[]): ReadonlyMap<number, SoughtFact> {
	const found = new Map<number, SoughtFact>();
	for (const fact of facts) {
		const rows = connection.prepare(`
			select distinct event, at from session_trails join events on events.trail = session_trails.trail and at between from_at and until_at join event_words using (event)
			where session = ? and word in (select value from json_each(?))
		`).all(number, JSON.stringify(fact.words));
		for (const row of rows) {
			const [event, at] = [readNumber(row, 'event'), readNumber(row, 'at')];
			if (!found.has(event) && isInTimes(fact.times, {fromAt: at, untilAt: at})) {
				found.set(event, fact);
			}
		}
	}

	return found;
}

type EventRow = {readonly event: number; readonly host: string; readonly boot: string | undefined; readonly at: number; readonly serial: string; readonly block: number; readonly place: number};

function listEvents(connection: Connection, number: number): readonly EventRow[] {
	return connection.prepare(`
		select event, at, serial, block, place, host, boot
		from session_trails join events on events.trail = session_trails.trail and at between from_at and until_at join trails on trails.trail = events.trail
		where session = ? order by at, length(serial), serial, event
	`).all(number).map(row => parseEventRow(row));
}

function parseEventRow(row: Row): EventRow {
	const boot = readText(row, 'boot');
	return {event: readNumber(row, 'event'), host: readText(row, 'host'), boot: boot === '' ? undefined : boot, at: readNumber(row, 'at'), serial: readText(row, 'serial'), block: readNumber(row, 'block'), place: readNumber(row, 'place')};
}

/** Events that follow each other mostly lie in one block. */
function createActionReader(connection: Connection): (event: EventRow) => AuditAction | undefined {
	let last: {readonly block: number; readonly actions: readonly AuditAction[]} | undefined;
	return ({block, place}) => {
		if (last?.block !== block) {
			last = {block, actions: unpackActions(readBytes(connection.prepare('select actions from event_blocks where block = ?').get(block) ?? {}, 'actions'))};
		}

		return last.actions[place];
	};
}

function makeHit(action: AuditAction | undefined, {positionMs, event, fact}: {readonly positionMs: number; readonly event: EventRow; readonly fact: SoughtFact | undefined}): Hit {
	if (action === undefined || fact === undefined) {
		throw new RangeError(`the block of audit event ${printEventId(event)} does not hold it`);
	}

	const line = action.title;
	const find = (): Hit['matches'] => createTextMatcher(fact.pattern).find(line);
	return {
		kind: fact.kind,
		fromMs: positionMs,
		untilMs: positionMs,
		line,
		matches: fact.pattern.type === 'regex' ? runCapped(searchCapMs, find) : find(),
		event: {sign: findSign(action), at: event.at, id: printEventId(event)},
	};
}
