import {parseNameTable} from './name-table.ts';
import {recordTypeText} from './record-types.ts';

const names = parseNameTable(recordTypeText);
const numbers: ReadonlyMap<string, number> = new Map(names.entries().map(([number, name]) => [name, number]));

export type RecordType = {
	/** The name in the table; what the line says where the table has none. */
	readonly name: string;
	/** `undefined` for a name nobody knows. */
	readonly number: number | undefined;
	readonly isKnown: boolean;
	/** As the output has it. */
	readonly lowerName: string;
};

/** Find a record's type from the word behind `type=`: a name, or `UNKNOWN[1337]` from a daemon older than the kernel. */
export function findRecordType(word: string): RecordType {
	const known = cache.get(word);
	if (known !== undefined) {
		return known;
	}

	const type = lookUp(word);
	if (cache.size < mostCached) {
		cache.set(word, type);
	}

	return type;
}

const cache = new Map<string, RecordType>();
const mostCached = 1000; // Four times what exists: a log of forged types must not fill the memory.

function lookUp(word: string): RecordType {
	const bare = /^UNKNOWN\[(?<number>\d{1,9})\]$/v.exec(word)?.groups?.number;
	const number = bare === undefined ? numbers.get(word) : Number(bare);
	const name = number === undefined ? undefined : names.get(number);
	return {name: name ?? word, number, isKnown: name !== undefined, lowerName: (name ?? word).toLowerCase()};
}
