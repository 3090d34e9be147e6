import {readFields} from '../field/read-fields.ts';
import type {Field} from '../field/field.ts';
import {unescapeValue} from '../interpret/unescape.ts';
import {joinSlices} from '../interpret/join-slices.ts';
import type {AuditRecord} from '../record.ts';

/**
Read a command's arguments from its EXECVE records.

Long arguments come in slices, `a1_len=… a1[0]=… a1[1]=…`, over several records; the length counts characters of a quoted slice and hexadecimal digits of a bare one.

@returns `undefined` when the records do not give exactly `argc` arguments in rising order; missing ones between others are empty.
*/
export function collectArguments(records: readonly AuditRecord[]): readonly string[] | undefined {
	const fields = records.flatMap(record => readFields(record));
	const count = readCount(fields[0]);
	if (count === undefined) {
		return undefined;
	}

	const values: string[] = [];
	let slices: Slices | undefined;
	for (const field of fields.slice(1)) {
		const place = readPlace(field.name);
		if (place === undefined || place.index >= count || place.index < values.length) {
			return undefined;
		}

		if (place.type !== 'slice') {
			if (slices !== undefined) {
				return undefined;
			}

			fillUp(values, place.index);
			if (place.type === 'whole') {
				values.push(unescapeValue(field.value).text);
			} else {
				slices = beginSlices(place.index, field.value);
				if (slices === undefined) {
					return undefined;
				}
			}

			continue;
		}

		if (slices?.index !== place.index || slices.parts.length !== place.slice) {
			return undefined;
		}

		slices.parts.push(field.value);
		slices.length += measure(field.value);
		if (slices.length > slices.expected) {
			return undefined;
		}

		if (slices.length !== slices.expected) {
			continue;
		}

		values.push(joinSlices(slices.parts));
		slices = undefined;
	}

	return slices === undefined && values.length === count ? values : undefined;
}

function readCount(field: Field | undefined): number | undefined {
	return field?.name === 'argc' && /^\d{1,9}$/v.test(field.value) ? Number(field.value) : undefined;
}

type Place = {readonly index: number} & ({readonly type: 'whole' | 'length'} | {readonly type: 'slice'; readonly slice: number});

function readPlace(name: string): Place | undefined {
	const groups = /^a(?<index>\d{1,9})(?:(?<length>_len)|\[(?<slice>\d{1,9})\])?$/v.exec(name)?.groups;
	if (groups === undefined) {
		return undefined;
	}

	const index = Number(groups.index);
	if (groups.slice !== undefined) {
		return {type: 'slice', index, slice: Number(groups.slice)};
	}

	return {type: groups.length === undefined ? 'whole' : 'length', index};
}

function fillUp(values: string[], index: number): void {
	while (values.length < index) {
		values.push('');
	}
}

type Slices = {readonly index: number; readonly expected: number; readonly parts: string[]; length: number};

function beginSlices(index: number, value: string): Slices | undefined {
	return /^\d{1,15}$/v.test(value) ? {index, expected: Number(value), parts: [], length: 0} : undefined;
}

function measure(value: string): number {
	return value.startsWith('"') ? unescapeValue(value).text.length : value.length;
}
