import type {Field} from '../field/field.ts';
import {readFields} from '../field/read-fields.ts';
import {createContext} from '../interpret/create-context.ts';
import type {HostNames} from '../interpret/host-names.ts';
import type {InterpretContext} from '../interpret/interpretation.ts';
import {interpretField} from '../interpret/interpret-field.ts';
import type {AuditRecord} from '../record.ts';
import type {ShapedField} from './shaped-event.ts';

/** Fields of a record with what they mean. */
export function shapeFields(record: AuditRecord, hostNames: HostNames): readonly ShapedField[] {
	const fields = readFields(record);
	const context = createContext(record, fields, hostNames);
	return fields.map(field => shapeField(field, context));
}

/** One field, in a record with that context. */
export function shapeField(field: Field, context: InterpretContext): ShapedField {
	const {text, isRawKept} = interpretField(field, context);
	return {name: field.name, texts: field.name === 'key' && text.includes('\u{1}') ? text.split('\u{1}') : [text], raw: isRawKept ? field.value : undefined};
}
