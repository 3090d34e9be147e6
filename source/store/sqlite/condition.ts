/** A condition on the sessions table; what the person typed is only ever in `values`. */
export type Condition = {
	readonly sql: string;
	readonly values: ReadonlyArray<string | number>;
};

export const always: Condition = {sql: 'true', values: []};
export const never: Condition = {sql: 'false', values: []};

export function joinConditions(parts: readonly Condition[], word: 'and' | 'or'): Condition {
	return parts.length === 0
		? (word === 'and' ? always : never)
		: {sql: `(${parts.map(part => part.sql).join(` ${word} `)})`, values: parts.flatMap(part => part.values)};
}

/** True where an expression, never null, is one of many values. */
export function listAmong(expression: string, among: ReadonlyArray<string | number>): Condition {
	return among.length === 0 ? never : {sql: `${expression} in (select value from json_each(?))`, values: [JSON.stringify(among)]};
}
