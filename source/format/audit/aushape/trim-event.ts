import type {ShapedEvent, ShapedRecord} from './shaped-event.ts';

/**
Print an event that must not be longer than some bytes, leaving out what matters least: records before lines of the log, the last ones first; of a record with several items the last items first.

@param event - whatever its size.
@param mostBytes - Infinity for any.
@param print - gives the event's text, whatever its size.
@returns The event's text. Where something was left out, it says so.
*/
export function trimEvent(event: ShapedEvent, mostBytes: number, print: (event: ShapedEvent) => string): string {
	const whole = print(event);
	if (whole.length * mostBytesPerUnit <= mostBytes || countBytes(whole) <= mostBytes) {
		return whole;
	}

	const lines = event.text?.length ?? 0;
	let fitting = print(cutEvent(event, 0));
	let low = 0;
	let high = lines + countParts(event.records);
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		const text = print(cutEvent(event, middle));
		if (countBytes(text) <= mostBytes) {
			low = middle;
			fitting = text;
		} else {
			high = middle - 1;
		}
	}

	return fitting;
}

/** Keep so many parts: first lines of the log, then records or items of records. */
function cutEvent(event: ShapedEvent, parts: number): ShapedEvent {
	const lines = event.text?.slice(0, parts) ?? [];
	const records = cutRecords(event.records, parts - lines.length);
	return {...event, trimmed: [], text: lines.length === 0 ? undefined : lines, records, hasData: records.length > 0};
}

function cutRecords(records: readonly ShapedRecord[], parts: number): readonly ShapedRecord[] {
	const kept: ShapedRecord[] = [];
	let left = parts;
	for (const record of records) {
		const size = countParts([record]);
		if (left <= 0) {
			break;
		}

		kept.push(size <= left ? record : cutRecord(record, left));
		left -= size;
	}

	return kept;
}

function cutRecord(record: ShapedRecord, parts: number): ShapedRecord {
	switch (record.type) {
		case 'fields': {
			return record;
		}

		case 'arguments': {
			return {...record, values: record.values.slice(0, parts)};
		}

		case 'items': {
			return {...record, items: record.items.slice(0, parts)};
		}

		default: {
			return record satisfies never;
		}
	}
}

function countParts(records: readonly ShapedRecord[]): number {
	return records.reduce((sum, record) => sum + (record.type === 'fields' ? 1 : (record.type === 'arguments' ? record.values.length : record.items.length)), 0);
}

function countBytes(text: string): number {
	return encoder.encode(text).length;
}

const mostBytesPerUnit = 3; // UTF-8 of anything in the basic plane; a pair of units has four.
const encoder = new TextEncoder();
