export type NameTable = ReadonlyMap<number, string>;

/**
Read names in the order of their numbers.

@param text - names divided by spaces; each has the number after the one before, unless a decimal number stands before it.
*/
export function parseNameTable(text: string): NameTable {
	const names = new Map<number, string>();
	let next = 0;
	for (const word of text.split(' ')) {
		if (/^\d+$/v.test(word)) {
			next = Number(word);
		} else {
			names.set(next, word);
			next++;
		}
	}

	return names;
}
