import type {Scanner} from './scanner.ts';

/** One value, several with commas, or such a list in parentheses. */
export function parseList<Value>(scanner: Scanner, field: string, parseValue: () => Value): readonly Value[] {
	const isList = scanner.take(/\(\s*/vy) !== '';
	const values: Value[] = [];
	do {
		values.push(parseValue());
	} while (scanner.take(isList ? /\s*,\s*/vy : /,/vy) !== '');

	if (isList && scanner.take(/\s*\)/vy) === '') {
		scanner.skipBlanks();
		scanner.fail({offset: scanner.offset, length: 1, message: `expected "," or ")" in the values of "${field}:"`});
	}

	return values;
}
