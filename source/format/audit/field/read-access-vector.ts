import type {Field} from './field.ts';

/**
Read the head of an access decision, `avc:  denied  { read write } for`, which names no fields.

@returns The result as `seresult` and the permissions as `seperms`, and where the fields with names begin.
*/
export function readAccessVector(text: string, start: number): {readonly fields: readonly Field[]; readonly end: number} {
	const head = /^(?<before>.*?)avc: +(?<result>\w+) +\{(?<permissions>[^\}]*)\}/v.exec(text.slice(start));
	if (head?.groups === undefined) {
		return {fields: [], end: start};
	}

	const {before = '', result = '', permissions = ''} = head.groups;
	const decision = [
		{name: 'seresult', value: result},
		{name: 'seperms', value: permissions.trim().replaceAll(/ +/gv, ',')},
	];
	return {fields: [...readBefore(before), ...decision], end: start + head[0].length};
}

/** Who sent the decision, before `msg='`. */
function readBefore(before: string): readonly Field[] {
	return before.matchAll(/\b(?<name>[\w\-]+)=(?<value>[^\s']+)/gv).map(({groups}) => ({name: groups?.name ?? '', value: groups?.value ?? ''})).toArray();
}
