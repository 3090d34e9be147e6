import type {Field} from '../field/field.ts';
import {readFields} from '../field/read-fields.ts';
import {createContext} from '../interpret/create-context.ts';
import type {HostNames} from '../interpret/host-names.ts';
import type {InterpretContext} from '../interpret/interpretation.ts';
import {interpretField} from '../interpret/interpret-field.ts';
import type {AuditRecord} from '../record.ts';
import type {ShapedField} from './shaped-event.ts';

/** Fields of a record with what they mean. A name that comes again is kept under a name of its own, `uid_2`, so that no reader of the JSON loses one. */
export function shapeFields(record: AuditRecord, hostNames: HostNames): readonly ShapedField[] {
	const fields = readFields(record);
	const context = createContext(record, fields, hostNames);
	return renameRepeated(fields.map(field => shapeField(field, context)));
}

function shapeField(field: Field, context: InterpretContext): ShapedField {
	const {text, isRawKept} = interpretField(field, context);
	return {name: field.name, texts: field.name === 'key' && text.includes('\u{1}') ? text.split('\u{1}') : [text], raw: isRawKept ? field.value : undefined};
}

function renameRepeated(fields: readonly ShapedField[]): readonly ShapedField[] {
	const counts = new Map<string, number>();
	return fields.map(field => {
		const count = (counts.get(field.name) ?? 0) + 1;
		counts.set(field.name, count);
		return count === 1 ? field : {...field, name: `${field.name}_${count}`};
	});
}
