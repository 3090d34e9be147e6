import {printClosing, printOpening} from './layout.ts';
import type {Layout} from './layout.ts';
import {quoteJson} from './quote-json.ts';
import {renameRepeated} from './rename-repeated.ts';
import type {ShapedEvent, ShapedField, ShapedRecord} from './shaped-event.ts';

/** Print an event as aushape's JSON, without what goes before it in a document. */
export function printJsonEvent({error, text, hasData, trimmed, records, ...head}: ShapedEvent, layout: Layout): string {
	const level = layout.eventLevel + 1;
	const members = [
		...printJsonHead(head, head.time),
		...(trimmed === undefined ? [] : [`"trimmed":${JSON.stringify(trimmed)}`]),
		...(error === undefined ? [] : [`"error":${quoteJson(error)}`]),
		...(text === undefined ? [] : [`"text":${printList('[]', text.map(line => quoteJson(line)), layout, level)}`]),
		...(hasData ? [`"data":${printList('{}', records.map(record => printRecord(record, layout, level + 1)), layout, level)}`] : []),
	];
	return printList('{}', members, layout, layout.eventLevel);
}

/** What begins an event: which one it is. */
export function printJsonHead({serial, node}: Pick<ShapedEvent, 'serial' | 'node'>, time: string): readonly string[] {
	const number = serial.startsWith('0') ? serial.replace(/^0+(?=\d)/v, '') : serial;
	return [`"serial":${number}`, `"time":"${time}"`, ...(node === undefined ? [] : [`"node":${quoteJson(node)}`])];
}

/** Print what is inside a pair of brackets; `level` is that of the brackets. */
export function printList(brackets: '{}' | '[]', parts: readonly string[], layout: Layout, level: number): string {
	if (parts.length === 0) {
		return brackets;
	}

	const opening = printOpening(layout, level + 1);
	return `${brackets[0]}${opening}${parts.join(`,${opening}`)}${printClosing(layout, level)}${brackets[1]}`;
}

function printRecord(record: ShapedRecord, layout: Layout, level: number): string {
	const name = quoteJson(record.name);
	switch (record.type) {
		case 'fields': {
			return `${name}:${printFields(record.fields, layout, level)}`;
		}

		case 'arguments': {
			return `${name}:${printList('[]', record.values.map(value => quoteJson(value)), layout, level)}`;
		}

		case 'items': {
			return `${name}:${printList('[]', record.items.map(fields => printFields(fields, layout, level + 1)), layout, level)}`;
		}

		default: {
			return record satisfies never;
		}
	}
}

function printFields(fields: readonly ShapedField[], layout: Layout, level: number): string {
	return printList('{}', renameRepeated(fields).map(field => printField(field)), layout, level);
}

/** A field's name with what it means, and the value of the log where it says more. */
export function printField({name, texts, raw}: ShapedField): string {
	return `${quoteJson(name)}:[${[...texts, ...(raw === undefined ? [] : [raw])].map(text => quoteJson(text)).join(',')}]`;
}
