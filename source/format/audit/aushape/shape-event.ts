import type {AuditEvent} from '../event/audit-event.ts';
import type {HostNames} from '../interpret/host-names.ts';
import type {AuditRecord} from '../record.ts';
import {collectArguments} from './collect-arguments.ts';
import {collectPaths} from './collect-paths.ts';
import {shapeFields} from './shape-fields.ts';
import {shapeLoosely} from './shape-loosely.ts';
import type {ShapedEvent, ShapedRecord} from './shaped-event.ts';

export type ShapeOptions = {
	readonly hostNames: HostNames;
	/** With the lines of the log. */
	readonly hasText: boolean;
	/** Records that cannot be brought together are kept as far as they go, beside the error. aushape keeps none. */
	readonly isTolerant?: boolean;
	/** Prints a time with the offset of the zone. */
	readonly printTime: (seconds: number, milliseconds: number) => string;
};

/** Lay an event out as aushape does. `undefined` for one that is nothing but its end mark. */
export function shapeEvent(event: AuditEvent, {hostNames, hasText, isTolerant = false, printTime}: ShapeOptions): ShapedEvent | undefined {
	const records = event.records.filter(({type}) => type.number !== endOfEvent);
	if (records.length === 0) {
		return undefined;
	}

	const shaped = shapeRecords(records, hostNames);
	const error = typeof shaped === 'string' ? shaped : undefined;
	return {
		serial: event.serial,
		time: printTime(event.seconds, event.milliseconds),
		node: event.node,
		error,
		hasData: error === undefined || isTolerant,
		trimmed: undefined,
		text: hasText || error !== undefined ? records.map(({text}) => text) : undefined,
		records: typeof shaped === 'string' ? (isTolerant ? shapeLoosely(records, hostNames) : []) : shaped,
	};
}

/** Lay out single records in the order of the log, then those of several lines; or say what is wrong with them. */
function shapeRecords(records: readonly AuditRecord[], hostNames: HostNames): readonly ShapedRecord[] | string {
	const single = records.filter(({type}) => !collected.has(type.name));
	if (new Set(single.map(({type}) => type.name)).size < single.length) {
		return 'An unexpected repeated record type encountered';
	}

	const execve = records.filter(({type}) => type.name === 'EXECVE');
	const values = execve.length === 0 ? [] : collectArguments(execve);
	if (values === undefined) {
		return 'Invalid execve record sequence encountered';
	}

	const paths = collectPaths(shapeAll(records, 'PATH', hostNames));
	if (paths === undefined) {
		return 'Invalid path record sequence encountered';
	}

	return [
		...single.map((record): ShapedRecord => ({type: 'fields', name: record.type.lowerName, fields: shapeFields(record, hostNames)})),
		...(values.length === 0 ? [] : [{type: 'arguments', name: 'execve', values} as const]),
		...listItems('path', paths),
		...listedTypes.flatMap(type => listItems(type.toLowerCase(), shapeAll(records, type, hostNames))),
	];
}

type Items = Extract<ShapedRecord, {readonly type: 'items'}>['items'];

function shapeAll(records: readonly AuditRecord[], type: string, hostNames: HostNames): Items {
	return records.filter(record => record.type.name === type).map(record => shapeFields(record, hostNames));
}

function listItems(name: string, items: Items): readonly ShapedRecord[] {
	return items.length === 0 ? [] : [{type: 'items', name, items}];
}

const endOfEvent = 1320;
const listedTypes = ['OBJ_PID', 'AVC', 'NETFILTER_CFG'];
const collected: ReadonlySet<string> = new Set(['EXECVE', 'PATH', ...listedTypes]);
