export type FlagTable = ReadonlyArray<readonly [bit: number, name: string]>;

/** Read pairs of a bit, in hexadecimal, and its name. */
export function parseFlagTable(text: string): FlagTable {
	return text.matchAll(/\b(?<bit>[\da-f]+) (?<name>\w+)/gv).map(({groups}) => [Number.parseInt(groups?.bit ?? '', 16), groups?.name ?? ''] as const).toArray();
}

/** Names of the bits that are set, divided by `|`; an empty string when none is. Only the lower 32 bits are looked at, as the kernel's int has them. */
export function printFlags(value: number, flags: FlagTable): string {
	return flags.filter(([bit]) => (value & bit) !== 0).map(([, name]) => name).join('|');
}
