import {readFields} from '../field/read-fields.ts';
import {joinSlices} from '../interpret/join-slices.ts';
import {unescapeValue} from '../interpret/unescape.ts';
import type {AuditRecord} from '../record.ts';

/** Read a command's arguments from its EXECVE records, in whatever order they came; one that is missing between others is empty, and what says `argc` is not believed. */
export function gatherArguments(records: readonly AuditRecord[]): readonly string[] {
	const whole = new Map<number, string>();
	const slices = new Map<number, Map<number, string>>();
	for (const {name, value} of records.flatMap(record => readFields(record))) {
		const groups = /^a(?<index>\d{1,7})(?:\[(?<slice>\d{1,7})\])?$/v.exec(name)?.groups;
		if (groups?.slice !== undefined) {
			const parts = slices.get(Number(groups.index)) ?? new Map<number, string>();
			slices.set(Number(groups.index), parts.set(Number(groups.slice), value));
		} else if (groups !== undefined) {
			whole.set(Number(groups.index), unescapeValue(value).text);
		}
	}

	for (const [index, parts] of slices) {
		whole.set(index, joinSlices(parts.entries().toArray().toSorted(([a], [b]) => a - b).map(([, value]) => value)));
	}

	return fillGaps(whole);
}

/** The list is no longer than the records can have made it: a forged `a9999999` must not fill the memory. */
function fillGaps(values: ReadonlyMap<number, string>): readonly string[] {
	const indexes = values.keys().toArray().toSorted((a, b) => a - b);
	const last = indexes.at(-1) ?? -1;
	return last < indexes.length + mostGaps ? Array.from({length: last + 1}, (_, index) => values.get(index) ?? '') : indexes.map(index => values.get(index) ?? '');
}

const mostGaps = 10_000; // Old kernels leave out empty arguments.
