import type {ShapedField} from './shaped-event.ts';

/** Keep a name that comes again under a name of its own, `uid_2`, so that no reader of the JSON loses one. XML has room for two of one name. */
export function renameRepeated(fields: readonly ShapedField[]): readonly ShapedField[] {
	const counts = new Map<string, number>();
	return fields.map(field => {
		const count = (counts.get(field.name) ?? 0) + 1;
		counts.set(field.name, count);
		return count === 1 ? field : {...field, name: `${field.name}_${count}`};
	});
}
