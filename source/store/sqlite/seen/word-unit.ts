/** Whether the words table takes a folded text's UTF-16 unit for a part of a word: ASCII letters, digits, and all that is not ASCII. */
export function isWordUnit(unit: number): boolean {
	return (unit >= 0x61 && unit <= 0x7A) || (unit >= 0x30 && unit <= 0x39) || unit >= 0x80;
}
