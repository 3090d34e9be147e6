import {parseFlagTable} from './flag-table.ts';
import type {FlagTable} from './flag-table.ts';
import {flagTexts} from './flags.ts';
import {parseNameTable} from './name-table.ts';
import type {NameTable} from './name-table.ts';
import {numberTexts} from './numbers.ts';

/** Names of numbers, by what they are numbers of. */
export const numbers = readAll(numberTexts, parseNameTable) as Readonly<Record<keyof typeof numberTexts, NameTable>>; // `readAll` keeps the keys.

/** Names of bits, by what they are bits of. */
export const flags = readAll(flagTexts, parseFlagTable) as Readonly<Record<keyof typeof flagTexts, FlagTable>>; // The same.

function readAll<Table>(texts: Readonly<Record<string, string>>, parse: (text: string) => Table): Readonly<Record<string, Table>> {
	return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, parse(text)]));
}
