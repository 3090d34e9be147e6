import {listRows} from '../../keys/find-action.ts';
import {nameKey} from '../../keys/key-name.ts';
import type {KeyBinding} from '../../keys/key-table.ts';
import type {Size} from '../layout.ts';
import type {State} from '../state.ts';
import {helpPages} from './help-pages.ts';
import type {HelpState} from './help-state.ts';
import {blankLine, layOutHelp} from './lay-out-help.ts';
import type {HelpLine} from './lay-out-help.ts';

type Place = {
	readonly isAscii: boolean;
	/** The person's own keys. */
	readonly table: readonly KeyBinding[];
};

/** The lines of the help page side by side; for a screen reader one below the other, none wrapped. */
export function listHelp(help: HelpState, {size, settings}: Pick<State, 'size' | 'settings'>): ReadonlyArray<readonly HelpLine[]> {
	const groups = groupKeys(help, {isAscii: settings.glyphs === 'ascii', table: settings.keys});
	const stacks = layOutHelp(groups, settings.isReader ? {columns: Infinity, rows: Infinity, keyCells: Infinity} : {columns: size.columns - 2, rows: helpHeight(size), keyCells: 16});
	const height = Math.max(0, ...stacks.map(lines => lines.length));
	return Array.from({length: height}, (_, row) => stacks.map(lines => lines[row] ?? blankLine));
}

/** Rows that the keys have: above them are the title and a blank row, below them key hints. */
export function helpHeight({rows}: Size): number {
	return Math.max(1, rows - 3);
}

/** How many keys the screen has. */
export function countKeys(of: HelpState['of'], table: readonly KeyBinding[]): number {
	return helpPages[of].contexts.flatMap(context => listRows(context, table)).flatMap(row => row.keys).length;
}

/** Which title the first word of an action stands under. */
const titles: ReadonlyArray<readonly [title: string, words: readonly string[]]> = [
	['PLAY', ['play', 'step', 'idle', 'loop']],
	['JUMP', ['seek', 'command', 'problem', 'hit', 'bookmark', 'event', 'list']],
	['LIST', ['tab', 'move', 'wall', 'group', 'fold', 'unfold', 'open', 'filter', 'view', 'facets', 'facet', 'sort', 'mark', 'follow', 'data']],
	['SHOW', ['events', 'typed', 'panel', 'pane', 'preview', 'info', 'time']],
	['TAKE', ['copy', 'select', 'export', 'tag', 'note']],
	['FIELDS', ['dialog', 'input']],
	['SCRIBERY', ['app', 'focus']],
];

function groupKeys({of, find}: HelpState, {isAscii, table}: Place): ReadonlyArray<readonly HelpLine[]> {
	const wanted = find?.text.toLowerCase() ?? '';
	const actions = new Set<string>();
	const lines = helpPages[of].contexts.flatMap(context => listRows(context, table)).filter(row => !actions.has(row.action) && actions.add(row.action)).map(row => ({
		group: row.action.split('.', 1)[0] ?? '',
		line: {title: '', keys: nameKeys(row.keys, isAscii), help: row.help},
	}));
	return titles.map(([title, words]) => {
		const found = lines.filter(({group, line}) => words.includes(group) && `${line.keys} ${line.help}`.toLowerCase().includes(wanted)).map(({line}) => line);
		return found.length === 0 ? [] : [{...blankLine, title}, ...found];
	}).filter(group => group.length > 0);
}

/** The ten digits in a row are a range. */
function nameKeys(keys: readonly string[], isAscii: boolean): string {
	const hasDigits = keys.includes('0') && keys.includes('9');
	const names = (hasDigits ? keys.filter(key => !/^\d$/v.test(key)) : keys).map(key => nameKey(key, isAscii));
	return [...(hasDigits ? [isAscii ? '0-9' : '0–9'] : []), ...names].join(' ');
}
