import type {AuditEvent} from '../format/audit/event/audit-event.ts';
import {createAssembler} from '../format/audit/event/create-assembler.ts';
import {parseLine} from '../format/audit/line/parse-line.ts';
import {parseShipped} from '../format/audit/shipped/parse-shipped.ts';
import type {NewEvent, Store} from '../store/store.ts';
import {UserError} from '../user-error.ts';
import type {ReportWriter} from './report.ts';
import {takeShipped, unsetSession} from './take-shipped.ts';

const batchEvents = 2000;
const batchCharacters = 4_194_304; // As for messages: one commit covers a batch.

/** Brings the events of an audit log into a store, in batches. */
export type EventCollector = {
	/** Takes one line of the log, as it is. */
	readonly addLine: (line: string) => Promise<void>;
	/** Takes a line that a recorded host has shipped. */
	readonly addShipped: (line: string, number: number) => Promise<void>;
	/** The log is at its end. */
	readonly flush: () => Promise<void>;
};

/** Put the lines of a log together to events, and store them. `host` is whose log it is, where its lines do not tell. */
export function createEventCollector(store: Store, report: ReportWriter, {file, host}: {readonly file: string; readonly host?: string | undefined}): EventCollector {
	const assembler = createAssembler();
	let batch: NewEvent[] = [];
	let characters = 0;

	async function addEvent(event: NewEvent): Promise<void> {
		batch.push(event);
		characters += event.lines.reduce((sum, line) => sum + line.length, 0);
		report.addEvent();
		if (batch.length >= batchEvents || characters >= batchCharacters) {
			await write();
		}
	}

	async function write(): Promise<void> {
		const full = batch;
		batch = [];
		characters = 0;
		if (full.length > 0) {
			report.addStored(await store.addEvents(full));
		}
	}

	async function addAssembled(events: readonly AuditEvent[]): Promise<void> {
		for (const event of events) {
			await addEvent(toNewEvent(event, host ?? event.node ?? refuse(file)));
		}
	}

	return {
		async addLine(line) {
			const record = parseLine(line);
			if ('reason' in record) {
				report.addRefused(`${file}: an audit line ${record.reason}: ${line.slice(0, 80)}`);
				return;
			}

			if (host === undefined && record.node === undefined) {
				refuse(file);
			}

			await addAssembled(assembler.push(record));
		},
		async addShipped(line, number) {
			const shipped = parseShipped(parseJson(line));
			if ('fault' in shipped) {
				report.addRefused(`${file}:${number}: a shipped audit event cannot be read: ${shipped.fault}`);
				return;
			}

			await addEvent(takeShipped(shipped));
		},
		async flush() {
			await addAssembled(assembler.end());
			await write();
		},
	};
}

function refuse(file: string): never {
	throw new UserError(`${file}: the lines of this audit log do not name their host (node=): say whose log it is with --host NAME`);
}

function parseJson(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined; // What is no JSON is no object either, and told as such.
	}
}

/** Tail and all, as it was received: the daemon's names of ids belong to it. */
function toNewEvent({seconds, milliseconds, serial, records}: AuditEvent, host: string): NewEvent {
	return {
		host,
		boot: undefined,
		at: (seconds * 1000) + milliseconds,
		serial,
		auditSession: findSession(records.map(({text, bodyStart}) => text.slice(bodyStart))),
		lines: records.map(({text, enriched}) => enriched === '' ? text : `${text}\u{1D}${enriched}`),
	};
}

/** Of the first record that has one: what a program says of itself stands behind it. */
function findSession(bodies: readonly string[]): number | undefined {
	const found = bodies.map(body => /(?:^| )ses=(?<ses>\d{1,10})(?: |$)/v.exec(body)?.groups?.ses).find(ses => ses !== undefined);
	return found === undefined || Number(found) === unsetSession ? undefined : Number(found);
}
