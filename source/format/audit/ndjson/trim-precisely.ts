import type {ShapedEvent, ShapedField, ShapedRecord, TrimMark} from '../aushape/shaped-event.ts';

/**
Print an event that must not be longer than some bytes: values are cut to fewer and fewer characters, then lists to fewer parts, until it fits; what was cut is told with its size.

@param event - whatever its size.
@param mostBytes - Infinity for any.
@param print - gives the event's text, whatever its size.
*/
export function trimPrecisely(event: ShapedEvent, mostBytes: number, print: (event: ShapedEvent) => string): string {
	const whole = print(event);
	if (whole.length * mostBytesPerUnit <= mostBytes || countBytes(whole) <= mostBytes) {
		return whole;
	}

	for (const [characters, parts] of steps) {
		const text = print(cutEvent(event, characters, parts));
		if (countBytes(text) <= mostBytes) {
			return text;
		}
	}

	return dropRecords(event, mostBytes, print);
}

/** Leave out whole records, what matters least first; without any of them an event fits. */
function dropRecords(event: ShapedEvent, mostBytes: number, print: (event: ShapedEvent) => string): string {
	const marks: TrimMark[] = event.text === undefined ? [] : [{path: '$.text', kept: 0, of: event.text.length}];
	let left = event.records;
	for (const dropped of event.records.toSorted((a, b) => weigh(a) - weigh(b))) {
		left = left.filter(record => record !== dropped);
		marks.push({path: `$.data.${dropped.name}`, kept: 0, of: countParts(dropped)});
		const {records, trimmed} = cutEvent({...event, text: undefined, records: left}, 256, 16);
		const text = print({...event, text: undefined, records, trimmed: [...marks, ...trimmed ?? []]});
		if (countBytes(text) <= mostBytes) {
			return text;
		}
	}

	return print({...event, text: undefined, records: [], hasData: false, trimmed: [{path: '$.data', kept: 0, of: event.records.length}]});
}

/** What was run and by whom goes last. */
function weigh({name}: ShapedRecord): number {
	return [...light, '', 'syscall', 'execve'].indexOf(light.has(name) || name === 'syscall' || name === 'execve' ? name : '');
}

const light = new Set(['proctitle', 'path', 'cwd']);

function countParts(record: ShapedRecord): number {
	switch (record.type) {
		case 'fields': {
			return record.fields.length;
		}

		case 'arguments': {
			return record.values.length;
		}

		case 'items': {
			return record.items.length;
		}

		default: {
			return record satisfies never;
		}
	}
}

/** Characters of a value and parts of a list, from generous to scant. */
const steps = [[4096, Infinity], [1024, Infinity], [256, Infinity], [256, 256], [256, 64], [128, 16], [64, 8], [32, 4], [16, 1]] as const;

function cutEvent(event: ShapedEvent, characters: number, parts: number): ShapedEvent {
	const trimmed: TrimMark[] = [];

	function cutText(path: string, text: string): string {
		if (text.length <= characters) {
			return text;
		}

		trimmed.push({path, kept: characters, of: text.length});
		return text.slice(0, characters);
	}

	function cutList<Part>(path: string, list: readonly Part[], cut: (part: Part, path: string) => Part): readonly Part[] {
		if (list.length > parts) {
			trimmed.push({path, kept: parts, of: list.length});
		}

		return list.slice(0, parts).map((part, index) => cut(part, `${path}[${index}]`));
	}

	function cutFields(path: string, fields: readonly ShapedField[]): readonly ShapedField[] {
		return fields.map(({name, texts, raw}) => ({
			name,
			texts: texts.map((text, index) => cutText(`${path}.${name}[${index}]`, text)),
			raw: raw === undefined ? undefined : cutText(`${path}.${name}[${texts.length}]`, raw),
		}));
	}

	function cutRecord(record: ShapedRecord): ShapedRecord {
		const path = `$.data.${record.name}`;
		switch (record.type) {
			case 'fields': {
				return {...record, fields: cutFields(path, record.fields)};
			}

			case 'arguments': {
				return {...record, values: cutList(path, record.values, (value, place) => cutText(place, value))};
			}

			case 'items': {
				return {...record, items: cutList(path, record.items, (fields, place) => cutFields(place, fields))};
			}

			default: {
				return record satisfies never;
			}
		}
	}

	const text = event.text === undefined ? undefined : cutList('$.text', event.text, (line, path) => cutText(path, line));
	const records = event.records.map(record => cutRecord(record));
	return {...event, text, records, trimmed};
}

function countBytes(text: string): number {
	return encoder.encode(text).length;
}

const mostBytesPerUnit = 3; // UTF-8 of anything in the basic plane; a pair of units has four.
const encoder = new TextEncoder();
