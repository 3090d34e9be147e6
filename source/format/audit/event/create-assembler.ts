import type {AuditRecord} from '../record.ts';
import type {AuditEvent} from './audit-event.ts';
import {endOfEvent, isEndOfEvent, login} from './is-end-of-event.ts';

export type Assembler = {
	/** Returns the events that the begin of another one shows to be complete, the oldest first. */
	readonly push: (record: AuditRecord) => readonly AuditEvent[];
	/** Returns what is complete already, for a reader that may not come back for long. */
	readonly takeReady: () => readonly AuditEvent[];
	/** Returns all that is left. */
	readonly end: () => readonly AuditEvent[];
};

export type AssemblerOptions = {
	/** How long the log's own time must have gone on before an event without an end is over. Default 2, as auditd's `end_of_event_timeout`. */
	readonly timeoutSeconds?: number;
	/** Events under way at the same time; past it the one begun first is over. Default 1000: every processor of a large host has a few. */
	readonly mostEvents?: number;
	/** Characters of one event; past it the event is over, and what follows is another with the same serial. Default 16 Mi: eight times the longest argument list. */
	readonly mostCharacters?: number;
};

/**
Put records together to events.

Records of several events may stand between each other. An event is over at the record that always comes last, or when the log's time has gone on; it is given out as soon as no older one is under way.
*/
export function createAssembler({timeoutSeconds = 2, mostEvents = 1000, mostCharacters = 16 * 1024 * 1024}: AssemblerOptions = {}): Assembler {
	let building: Building[] = [];

	function add(event: Building, record: AuditRecord): void {
		event.records.push(record);
		event.characters += record.text.length + record.enriched.length;
		event.isComplete = isEndOfEvent(record.type.number) || event.characters > mostCharacters;
	}

	function begin({node, seconds, milliseconds, serial}: AuditRecord): Building {
		const event = {node, seconds, milliseconds, serial, records: [], characters: 0, isComplete: false};
		building.push(event);
		return event;
	}

	/** The event begun last is nearly always the one. */
	function findEvent(record: AuditRecord): Building | undefined {
		const last = building.at(-1);
		return last !== undefined && !last.isComplete && isSameEvent(last, record) ? last : building.findLast(event => !event.isComplete && isSameEvent(event, record));
	}

	function completeOld(seconds: number): void {
		for (const event of building) {
			event.isComplete ||= event.seconds + timeoutSeconds <= seconds || (isLoginAlone(event) && Math.abs(event.seconds - seconds) >= timeoutSeconds);
		}

		const [first] = building;
		if (building.length > mostEvents && first !== undefined) {
			first.isComplete = true;
		}
	}

	/** Older than another under way is what has the lower time and serial, wherever it stands in the log. */
	function takeReady(): readonly AuditEvent[] {
		const sorted = building.length < 2 ? building : building.toSorted(compareEvents);
		const end = sorted.findIndex(({isComplete}) => !isComplete);
		const ready = end === -1 ? sorted : sorted.slice(0, end);
		if (ready.length > 0) {
			const gone = new Set<AuditEvent>(ready);
			building = building.length === ready.length ? [] : building.filter(event => !gone.has(event));
		}

		return ready;
	}

	return {
		push(record) {
			completeOld(record.seconds);
			const known = findEvent(record);
			if (known === undefined && record.type.number === endOfEvent) {
				return []; // Its event was complete without it.
			}

			add(known ?? begin(record), record);
			return known === undefined ? takeReady() : [];
		},
		takeReady,
		end() {
			const rest = building.toSorted(compareEvents);
			building = [];
			return rest;
		},
	};
}

type Building = AuditEvent & {
	readonly records: AuditRecord[];
	characters: number;
	isComplete: boolean;
};

/** Nothing but time tells that no system call comes after a login, and time may run backwards. */
function isLoginAlone({records}: Building): boolean {
	return records.length === 1 && records[0]?.type.number === login;
}

function isSameEvent(event: AuditEvent, record: AuditRecord): boolean {
	return event.serial === record.serial && event.milliseconds === record.milliseconds && event.seconds === record.seconds && event.node === record.node;
}

function compareEvents(a: AuditEvent, b: AuditEvent): number {
	return a.seconds - b.seconds || a.milliseconds - b.milliseconds || a.serial.length - b.serial.length || (a.serial < b.serial ? -1 : Number(a.serial > b.serial));
}
