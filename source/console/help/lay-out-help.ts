import {measureText} from '../text/measure-text.ts';
import {wrapText} from '../text/wrap-text.ts';

/** A line of one help column: a group's title, keys with what they do, or the rest of what did not fit; empty between groups. */
export type HelpLine = {
	readonly title: string;
	readonly keys: string;
	readonly help: string;
};

export const blankLine: HelpLine = {title: '', keys: '', help: ''};

type Group = readonly HelpLine[];

type Room = {
	readonly columns: number;
	readonly rows: number;
	/** Most that the keys of a line take: more go on in the next line. */
	readonly keyCells: number;
};

const leastColumns = 35;

/**
Groups in columns, in their order: as few columns as fit the height. Where none do, those that are lowest.

No text is cut: what is longer than its column goes on in the next line.

@returns The lines of each column.
*/
export function layOutHelp(groups: readonly Group[], {columns, rows, keyCells}: Room): ReadonlyArray<readonly HelpLine[]> {
	const most = Math.max(1, Math.min(groups.length, Math.floor(columns / leastColumns)));
	let best: ReadonlyArray<readonly HelpLine[]> = [];
	for (let count = 1; count <= most; count++) {
		for (const parts of partGroups(groups, count)) {
			const stacks = parts.map(part => stackGroups(part, Math.floor(columns / count), keyCells));
			best = best.length === 0 || measureHeight(stacks) < measureHeight(best) ? stacks : best;
		}

		if (measureHeight(best) <= rows) {
			return best;
		}
	}

	return best;
}

/** Cells that the keys of a column take, with the blanks behind them. */
export function measureKeys(lines: readonly HelpLine[]): number {
	return Math.max(0, ...lines.map(({keys}) => measureText(keys))) + 2;
}

/** Each way to part groups in a number of runs. */
function partGroups(groups: readonly Group[], count: number): ReadonlyArray<ReadonlyArray<readonly Group[]>> {
	if (count <= 1) {
		return [[groups]];
	}

	return Array.from({length: groups.length - count + 1}, (_, index) => index + 1)
		.flatMap(length => partGroups(groups.slice(length), count - 1).map(rest => [groups.slice(0, length), ...rest]));
}

/** One column: its groups with a blank line between them. Two blank cells part it from the next. */
function stackGroups(groups: readonly Group[], columns: number, mostKeyCells: number): readonly HelpLine[] {
	const parted = groups.map(lines => lines.map(line => ({...line, keys: wrapText(line.keys, mostKeyCells)})));
	const keyCells = measureKeys(parted.flat().flatMap(({keys}) => keys.map(name => ({...blankLine, keys: name}))));
	return parted.flatMap((lines, index) => [...(index === 0 ? [] : [blankLine]), ...lines.flatMap(line => zipLine(line, wrapText(line.help, columns - keyCells - 2)))]);
}

/** Keys and help side by side, each in as many lines as it needs. */
function zipLine({title, keys}: Omit<HelpLine, 'keys'> & {readonly keys: readonly string[]}, help: readonly string[]): readonly HelpLine[] {
	return Array.from({length: Math.max(keys.length, help.length)}, (_, index) => ({title: index === 0 ? title : '', keys: keys[index] ?? '', help: help[index] ?? ''}));
}

function measureHeight(stacks: ReadonlyArray<readonly HelpLine[]>): number {
	return Math.max(0, ...stacks.map(lines => lines.length));
}
