import {listRows} from '../../keys/find-action.ts';
import {nameKey} from '../../keys/key-name.ts';
import {measureText} from '../text/measure-text.ts';
import type {KeyBinding} from '../../keys/key-table.ts';
import {helpPages} from './help-pages.ts';
import type {HelpState} from './help-state.ts';

/** A line of one help column: a group's title, or keys with what they do; empty between groups. */
export type HelpLine = {
	readonly title: string;
	readonly keys: string;
	readonly help: string;
};

type Place = {
	readonly columns: number;
	readonly isAscii: boolean;
	/** The person's own keys. */
	readonly table: readonly KeyBinding[];
};

/** The lines of the help page side by side, as many columns as fit. */
export function listHelp(help: HelpState, {columns, isAscii, table}: Place): ReadonlyArray<readonly HelpLine[]> {
	const groups = groupKeys(help, {isAscii, table});
	const count = columns >= 110 ? 3 : (columns >= 72 ? 2 : 1);
	const stacks = stack(groups, count);
	const height = Math.max(0, ...stacks.map(lines => lines.length));
	return Array.from({length: height}, (_, row) => stacks.map(lines => lines[row] ?? blank));
}

/** How many keys the screen has. */
export function countKeys(of: HelpState['of'], table: readonly KeyBinding[]): number {
	return helpPages[of].contexts.flatMap(context => listRows(context, table)).flatMap(row => row.keys).length;
}

const blank: HelpLine = {title: '', keys: '', help: ''};

/** Which title the first word of an action stands under. */
const titles: ReadonlyArray<readonly [title: string, words: readonly string[]]> = [
	['PLAY', ['play', 'step', 'idle', 'loop']],
	['JUMP', ['seek', 'problem', 'hit', 'bookmark', 'event', 'list']],
	['LIST', ['tab', 'move', 'wall', 'group', 'fold', 'unfold', 'open', 'filter', 'view', 'facets', 'facet', 'sort', 'mark', 'follow', 'data']],
	['SHOW', ['events', 'typed', 'panel', 'pane', 'preview', 'info', 'time']],
	['TAKE', ['copy', 'select', 'export', 'tag', 'note']],
	['FIELDS', ['dialog', 'input']],
	['SCRIBERY', ['app', 'focus']],
];

function groupKeys({of, find}: HelpState, {isAscii, table}: Omit<Place, 'columns'>): ReadonlyArray<readonly HelpLine[]> {
	const wanted = find?.text.toLowerCase() ?? '';
	const actions = new Set<string>();
	const lines = helpPages[of].contexts.flatMap(context => listRows(context, table)).filter(row => !actions.has(row.action) && actions.add(row.action)).map(row => ({
		group: row.action.split('.', 1)[0] ?? '',
		line: {title: '', keys: nameKeys(row.keys, isAscii), help: row.help},
	}));
	return titles.map(([title, words]) => {
		const found = lines.filter(({group, line}) => words.includes(group) && `${line.keys} ${line.help}`.toLowerCase().includes(wanted)).map(({line}) => line);
		return found.length === 0 ? [] : [{...blank, title}, ...found];
	}).filter(group => group.length > 0);
}

/** The ten digits in a row are a range. */
function nameKeys(keys: readonly string[], isAscii: boolean): string {
	const hasDigits = keys.includes('0') && keys.includes('9');
	const names = (hasDigits ? keys.filter(key => !/^\d$/v.test(key)) : keys).map(key => nameKey(key, isAscii));
	return [...(hasDigits ? [isAscii ? '0-9' : '0–9'] : []), ...names].join(' ');
}

/** Spread groups over columns in order, so that the tallest column is as low as can be. */
function stack(groups: ReadonlyArray<readonly HelpLine[]>, count: number): readonly HelpLine[][] {
	const total = groups.flat().length + groups.length;
	for (let height = Math.ceil(total / count); ; height++) {
		const stacks = fill(groups, height);
		if (stacks.length <= count) {
			return stacks;
		}
	}
}

function fill(groups: ReadonlyArray<readonly HelpLine[]>, height: number): HelpLine[][] {
	const stacks: HelpLine[][] = [[]];
	for (const group of groups) {
		const last = stacks.at(-1) ?? [];
		if (last.length === 0) {
			last.push(...group);
		} else if (last.length + 1 + group.length <= height) {
			last.push(blank, ...group);
		} else {
			stacks.push([...group]);
		}
	}

	return stacks;
}

/** Cells that the keys of a column take. */
export function measureKeys(lines: ReadonlyArray<readonly HelpLine[]>, column: number): number {
	return Math.max(0, ...lines.map(line => measureText(line[column]?.keys ?? '')));
}
