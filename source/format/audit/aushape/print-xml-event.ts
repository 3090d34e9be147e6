import {printClosing, printOpening} from './layout.ts';
import type {Layout} from './layout.ts';
import {escapeXml} from './escape-xml.ts';
import type {ShapedEvent, ShapedField, ShapedRecord} from './shaped-event.ts';

/** Print an event as aushape's XML. */
export function printXmlEvent({serial, time, node, error, text, hasData, trimmed, records}: ShapedEvent, layout: Layout): string {
	const level = layout.eventLevel + 1;
	const attributes = [
		` serial="${serial.replace(/^0+(?=\d)/v, '')}" time="${time}"`,
		node === undefined ? '' : ` node="${escapeXml(node)}"`,
		trimmed === undefined ? '' : ' trimmed=""',
		error === undefined ? '' : ` error="${escapeXml(error)}"`,
	].join('');
	const members = [
		...(text === undefined ? [] : [printElement('text', text.map(line => `<line>${escapeXml(line)}</line>`), layout, level)]),
		...(hasData ? [printElement('data', records.map(record => printRecord(record, layout, level + 1)), layout, level)] : []),
	];
	return printElement('event', members, layout, layout.eventLevel, attributes);
}

function printElement(name: string, parts: readonly string[], layout: Layout, level: number, attributes = ''): string { // eslint-disable-line max-params
	if (parts.length === 0) {
		return `<${name}${attributes}/>`;
	}

	const opening = printOpening(layout, level + 1);
	return `<${name}${attributes}>${parts.map(part => `${opening}${part}`).join('')}${printClosing(layout, level)}</${name}>`;
}

function printRecord(record: ShapedRecord, layout: Layout, level: number): string {
	const name = nameElement(record.name);
	switch (record.type) {
		case 'fields': {
			return printFields(name, record.fields, layout, level);
		}

		case 'arguments': {
			return printElement(name, record.values.map(value => `<a>${escapeXml(value)}</a>`), layout, level);
		}

		case 'items': {
			return printElement(name, record.items.map(fields => printFields('item', fields, layout, level + 1)), layout, level);
		}

		default: {
			return record satisfies never;
		}
	}
}

function printFields(name: string, fields: readonly ShapedField[], layout: Layout, level: number): string {
	const parts = fields.flatMap(field => field.texts.map(text => `<${nameElement(field.name)} i="${escapeXml(text)}"${field.raw === undefined ? '' : ` r="${escapeXml(field.raw)}"`}/>`));
	return printElement(name, parts, layout, level);
}

/** A field's name comes from the log: what no element may be called with becomes an underscore. */
function nameElement(name: string): string {
	const safe = name.replaceAll(/[^\w\-.]/gv, '_');
	return /^[a-z_]/iv.test(safe) ? safe : `_${safe}`;
}
