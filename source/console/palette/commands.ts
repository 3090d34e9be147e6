import {appCommands} from './groups/app-commands.ts';
import {listCommands} from './groups/list-commands.ts';
import {noteCommands} from './groups/note-commands.ts';
import {playerCommands} from './groups/player-commands.ts';
import {savedViewCommands} from './groups/saved-view-commands.ts';
import {takeCommands} from './groups/take-commands.ts';
import {viewCommands} from './groups/view-commands.ts';
import {partCommands} from './groups/part-commands.ts';
import type {CommandRow} from './command-row.ts';

/** Every command of the palette; each group is a file. */
export const commandRows: readonly CommandRow[] = [...listCommands, ...savedViewCommands, ...playerCommands, ...partCommands, ...noteCommands, ...takeCommands, ...viewCommands, ...appCommands];

/** The commands that fit what is typed, best first: the name begins with it, has it, or name and help have its letters in order. Of those that fit as well the one run last comes first; `recent` are lines, the last one first. */
export function findCommands(text: string, recent: readonly string[] = []): readonly CommandRow[] {
	const word = text.trim().split(' ', 1)[0]?.toLowerCase() ?? '';
	const ages = new Map(recent.map((line, age): [string, number] => [nameOf(line), age]).toReversed());
	const ageOf = ({name}: CommandRow): number => ages.get(name) ?? recent.length;
	return commandRows
		.map(row => ({row, rank: rankCommand(row, word)}))
		.filter(({rank}) => rank !== undefined)
		.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || ageOf(a.row) - ageOf(b.row))
		.map(({row}) => row);
}

/** The words that a command was run with last; empty when it was not, or with none. */
export function findLastWords(name: string, recent: readonly string[]): string {
	return recent.find(line => nameOf(line) === name)?.slice(name.length).trim() ?? '';
}

function nameOf(line: string): string {
	return line.split(' ', 1)[0] ?? '';
}

function rankCommand({name, help}: CommandRow, word: string): number | undefined {
	if (name === word) {
		return 0;
	}

	if (name.startsWith(word)) {
		return 1;
	}

	if (name.includes(word)) {
		return 2;
	}

	if (hasLettersInOrder(name, word)) {
		return 3;
	}

	return word.length > 2 && help.toLowerCase().includes(word) ? 4 : undefined;
}

function hasLettersInOrder(text: string, letters: string): boolean {
	let at = -1;
	return [...letters].every(letter => {
		at = text.indexOf(letter, at + 1);
		return at !== -1;
	});
}
