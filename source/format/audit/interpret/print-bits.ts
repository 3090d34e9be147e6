import {printFlags} from '../tables/flag-table.ts';
import {flags, numbers} from '../tables/tables.ts';
import {readInteger} from './read-integer.ts';

/** How a file is opened; the mode that reads has no bit of its own. */
export function printOpenFlags(value: number): string {
	return [...((value & 3) === 0 ? ['O_RDONLY'] : []), ...listFlags(printFlags(value, flags.openFlags))].join('|');
}

export function printMapFlags(value: number): string {
	return [...((value & 3) === 0 ? ['MAP_FILE'] : []), ...listFlags(printFlags(value, flags.mapFlags))].join('|');
}

/** What a watch looks for; without a bit for all of it. */
export function printPermissions(value: number): string {
	const bits = value === 0 ? 0b1111 : value;
	return [[4, 'read'], [2, 'write'], [1, 'exec'], [8, 'attr']].filter(([bit]) => (bits & Number(bit)) !== 0).map(([, name]) => name).join(',');
}

/** The execution domain and whether its addresses stay unshuffled. */
export function printPersonality(value: string): string {
	const bits = readInteger(value, 16);
	const name = numbers.personalities.get(bits & 0xFF);
	return name === undefined ? `unknown-personality(0x${value.replace(/^0x/v, '')})` : `${name}${(bits & 0x4_00_00) === 0 ? '' : '|~ADDR_NO_RANDOMIZE'}`;
}

/** What the filter answered; its lower half is data. */
export function printSeccomp(value: string): string {
	return seccompAnswers.get((readInteger(value, 16) & 0x7F_FF_00_00) >>> 0) ?? `unknown-seccomp-code(${value})`;
}

const seccompAnswers: ReadonlyMap<number, string> = new Map([[0, 'kill'], [0x3_00_00, 'trap'], [0x5_00_00, 'errno'], [0x7F_C0_00_00, 'user-notify'], [0x7F_F0_00_00, 'trace'], [0x7F_FC_00_00, 'log'], [0x7F_FF_00_00, 'allow']]);

function listFlags(text: string): readonly string[] {
	return text === '' ? [] : [text];
}
