import {readFields} from '../field/read-fields.ts';
import type {HostNames} from '../interpret/host-names.ts';
import {createContext} from '../interpret/create-context.ts';
import {interpretField} from '../interpret/interpret-field.ts';
import type {AuditRecord} from '../record.ts';

/** The fields of one record by name; the first of a name counts. */
export type Facts = {
	/** Value as the line has it, its quotes included; `undefined` where there is none. */
	readonly raw: (name: string) => string | undefined;
	/** What the value means; `undefined` also for the words that say there is none: `?`, `(null)`, `(none)`, `unset`. */
	readonly text: (name: string) => string | undefined;
};

export function readFacts(record: AuditRecord, hostNames: HostNames): Facts {
	const fields = readFields(record);
	const context = createContext(record, fields, hostNames);
	const byName = new Map(fields.toReversed().map(field => [field.name, field]));

	return {
		raw: name => byName.get(name)?.value,
		text(name) {
			const field = byName.get(name);
			const text = field === undefined ? '' : interpretField(field, context).text;
			return nothing.has(text) ? undefined : text;
		},
	};
}

const nothing: ReadonlySet<string> = new Set(['', '?', '(null)', '(none)', 'unset', '"?"']);
