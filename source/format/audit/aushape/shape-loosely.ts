import type {HostNames} from '../interpret/host-names.ts';
import {gatherArguments} from '../action/gather-arguments.ts';
import type {AuditRecord} from '../record.ts';
import {shapeFields} from './shape-fields.ts';
import type {ShapedRecord} from './shaped-event.ts';

/** Lay out records that do not belong together as far as they go: arguments as there are, and records of one type as the items of a list. */
export function shapeLoosely(records: readonly AuditRecord[], hostNames: HostNames): readonly ShapedRecord[] {
	const groups = Map.groupBy(records, ({type}) => type.lowerName).entries().toArray();
	return groups.map(([name, group]): ShapedRecord => {
		if (name === 'execve') {
			return {type: 'arguments', name, values: gatherArguments(group)};
		}

		const items = group.map(record => shapeFields(record, hostNames));
		const [first] = items;
		return first !== undefined && items.length === 1 && name !== 'path' ? {type: 'fields', name, fields: first} : {type: 'items', name, items};
	});
}
