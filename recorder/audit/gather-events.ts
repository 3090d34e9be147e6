import {endOfEvent, isEndOfEvent} from '../../source/format/audit/event/is-end-of-event.ts';
import type {RawLine} from '../../source/format/audit/shipped/raw-line.ts';
import type {OutgoingText} from './outgoing.ts';
import {readRecord} from './read-record.ts';
import type {RawRecord} from './read-record.ts';

/** Puts lines together to events, as auditd gives them or as its log has them. */
export type EventGatherer = {
	/** Returns what this line completes. */
	readonly push: (bytes: Uint8Array, elapsedMs: number) => readonly Gathered[];
	/** Returns the events that have waited too long for more. */
	readonly settle: (elapsedMs: number) => readonly Gathered[];
	/** Returns all that is left. */
	readonly end: () => readonly Gathered[];
	/** Whether more of the event is waited for. */
	readonly isUnfinished: (key: string) => boolean;
	/** Nothing is waited for. */
	readonly isEmpty: () => boolean;
};

export type Gathered = GatheredEvent | OutgoingText;

export type GatheredEvent = {
	readonly type: 'event';
	/** As `readRecord` calls it. */
	readonly key: string;
	readonly at: number;
	readonly serial: string;
	readonly session: number | undefined;
	readonly lines: readonly RawLine[];
	/** Nothing said that it is over: lines of it may be missing. */
	readonly isDoubtful: boolean;
};

const idleMs = 2000; // As auditd's own `end_of_event_timeout`.
const mostUnfinished = 1000; // Every processor of a large host has a few.
const mostCharacters = 16 * 1024 * 1024; // Eight times the longest argument list.

/** Where auditd gives records to plugins, every event of more than one ends with EOE. Its log has none: the process title comes last there. */
export function createEventGatherer({isEndTold}: {readonly isEndTold: boolean}): EventGatherer {
	const unfinished = new Map<string, Unfinished>();
	let lastAt = 0;
	let place = 0;

	function finish(event: Unfinished, isDoubtful: boolean): Gathered {
		unfinished.delete(event.key);
		const {key, at, serial, session, lines} = event;
		return {type: 'event', key, at, serial, session, lines, isDoubtful};
	}

	function add(record: RawRecord, elapsedMs: number): Unfinished {
		const event: Unfinished = unfinished.get(record.key) ?? {key: record.key, at: record.at, serial: record.serial, session: undefined, lines: [], characters: 0, touchedMs: elapsedMs};
		unfinished.set(record.key, event);
		event.lines.push(record.line);
		event.session ??= record.session;
		event.characters += record.line.length;
		event.touchedMs = elapsedMs;
		return event;
	}

	function isOver(event: Unfinished, {type}: RawRecord): boolean {
		const isEnd = isEndTold && type === processTitle ? false : isEndOfEvent(type);
		return isEnd || event.characters > mostCharacters;
	}

	/** In the order in which they began. */
	function finishOld(isOld: (event: Unfinished) => boolean): Gathered[] {
		return unfinished.values().filter(event => isOld(event)).map(event => finish(event, isEndTold && event.lines.length > 1)).toArray();
	}

	return {
		push(bytes, elapsedMs) {
			const record = readRecord(bytes);
			if (record === undefined) {
				return [];
			}

			if ('reason' in record) {
				place++;
				return [{type: 'text', at: lastAt, ...record, place}];
			}

			place = record.at === lastAt ? place : 0;
			const old = record.at > lastAt ? finishOld(event => event.at + idleMs <= record.at) : [];
			lastAt = record.at;
			if (record.type === endOfEvent) {
				const event = unfinished.get(record.key);
				return event === undefined ? old : [...old, finish(event, false)]; // Without one, its event was over before.
			}

			const event = add(record, elapsedMs);
			if (isOver(event, record)) {
				return [...old, finish(event, false)];
			}

			const [first] = unfinished.values();
			return unfinished.size > mostUnfinished && first !== undefined ? [...old, finish(first, true)] : old;
		},
		settle: elapsedMs => finishOld(event => elapsedMs - event.touchedMs >= idleMs),
		end: () => finishOld(() => true),
		isUnfinished: key => unfinished.has(key),
		isEmpty: () => unfinished.size === 0,
	};
}

type Unfinished = Pick<RawRecord, 'key' | 'at' | 'serial'> & {
	readonly lines: RawLine[];
	session: number | undefined;
	characters: number;
	touchedMs: number;
};

const processTitle = 1327;
