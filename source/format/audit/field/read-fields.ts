import type {AuditRecord} from '../record.ts';
import type {Field} from './field.ts';
import {readAccessVector} from './read-access-vector.ts';
import {readValueEnd} from './read-value-end.ts';

/**
Read the fields of a record, in the order of the line.

What other programs wrote into `msg='…'` is read as fields as well, a value with blanks in it as one. A word without `=` is no field.
*/
export function readFields(record: AuditRecord): readonly Field[] {
	const {text, type, bodyStart} = record;
	const fields: Field[] = [];
	let at = bodyStart;
	if (type.number === accessVector || type.number === userAccessVector) {
		const vector = readAccessVector(text, bodyStart);
		fields.push(...vector.fields);
		at = vector.end;
	}

	let isNested = false;
	while (at < text.length) {
		if (text.codePointAt(at) === space) {
			at++;
			continue;
		}

		if (text.startsWith('msg=\'', at)) {
			isNested = true;
			at += 5;
			continue;
		}

		const end = readValueEnd(text, at, isNested);
		const equals = text.indexOf('=', at);
		if (equals !== -1 && equals < end) {
			addField(fields, text, {start: at, equals, end});
		}

		at = end + 1;
	}

	return fields;
}

type Place = {readonly start: number; readonly equals: number; readonly end: number};

function addField(fields: Field[], text: string, {start, equals, end}: Place): void {
	const name = text.slice(text.codePointAt(start) === openingBracket ? start + 1 : start, equals);
	const value = trimValue(text.slice(equals + 1, end));
	if (value !== '' && name !== '') {
		fields.push({name, value});
	}
}

/** Old records put commas, colons and brackets between their fields; the quote that ends `msg='…'` is one of them. */
function trimValue(value: string): string {
	const last = value.codePointAt(value.length - 1) ?? 0;
	if (last > comma && last !== colon) {
		return value;
	}

	let end = value.length;
	for (const code of [colon, comma, apostrophe]) {
		end -= value.codePointAt(end - 1) === code ? 1 : 0;
	}

	const inner = value.slice(0, end);
	return inner.endsWith(')') && inner !== '(none)' && inner !== '(null)' ? inner.slice(0, -1) : inner;
}

const accessVector = 1400;
const userAccessVector = 1107;
const space = 0x20;
const apostrophe = 0x27;
const openingBracket = 0x28;
const comma = 0x2C;
const colon = 0x3A;
