import type {KeyAction} from '../../keys/key-table.ts';

/** One command of the palette. `run-command.ts` does what it says. */
export type CommandRow = {
	readonly name: CommandName;
	/** What follows the name. */
	readonly words: string;
	/** The key that does the same, so that people learn it. */
	readonly key: KeyAction | undefined;
	readonly help: string;
};

export type CommandName = 'sessions' | 'play' | 'goto' | 'speed' | 'idle' | 'follow' | 'sort' | 'user' | 'host' | 'gaps' | 'tz' | 'theme' | 'glyphs' | 'cli' | 'store' | 'help' | 'quit';

export const commandRows: readonly CommandRow[] = [
	{name: 'sessions', words: '[QUERY]', key: undefined, help: 'the list, filtered'},
	{name: 'play', words: 'ADDRESS', key: 'open', help: 'play a recording: HOST/REC[@TIME]'},
	{name: 'goto', words: 'TIME', key: 'seek.goto', help: 'go to 12:04, +1:30, -10s, 25%, @10:58'},
	{name: 'speed', words: 'X', key: 'play.faster', help: 'playing speed, 0.01 to 64'},
	{name: 'idle', words: 'off|SECONDS', key: 'idle.toggle', help: 'longest pause that playing keeps'},
	{name: 'follow', words: '', key: 'follow.toggle', help: 'stay at the edge of a live recording'},
	{name: 'sort', words: 'FIELD [desc]', key: 'sort.start', help: 'start, length, user, host or size'},
	{name: 'user', words: 'NAME', key: undefined, help: 'only this user\'s sessions'},
	{name: 'host', words: 'NAME', key: undefined, help: 'only sessions of this host'},
	{name: 'gaps', words: '', key: 'filter.problems', help: 'only sessions with problems, all'},
	{name: 'tz', words: 'utc|local|±HH:MM', key: undefined, help: 'time zone of what is shown'},
	{name: 'theme', words: 'NAME', key: undefined, help: 'auto, dark, light, high-contrast or mono'},
	{name: 'glyphs', words: 'unicode|ascii', key: undefined, help: 'marks that the terminal can draw'},
	{name: 'cli', words: '', key: undefined, help: 'the command that prints this view'},
	{name: 'store', words: 'ADDRESS', key: undefined, help: 'another store'},
	{name: 'help', words: '', key: 'app.help', help: 'keys of this screen'},
	{name: 'quit', words: '', key: 'app.quit', help: 'leave scribery'},
];

/** The commands that fit what is typed, best first: the name begins with it, has it, or name and help have its letters in order. */
export function findCommands(text: string): readonly CommandRow[] {
	const word = text.trim().split(' ', 1)[0]?.toLowerCase() ?? '';
	return commandRows
		.map(row => ({row, rank: rankCommand(row, word)}))
		.filter(({rank}) => rank !== undefined)
		.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
		.map(({row}) => row);
}

function rankCommand({name, help}: CommandRow, word: string): number | undefined {
	if (name.startsWith(word)) {
		return 0;
	}

	if (name.includes(word)) {
		return 1;
	}

	if (hasLettersInOrder(name, word)) {
		return 2;
	}

	return word.length > 2 && help.toLowerCase().includes(word) ? 3 : undefined;
}

function hasLettersInOrder(text: string, letters: string): boolean {
	let at = -1;
	return [...letters].every(letter => {
		at = text.indexOf(letter, at + 1);
		return at !== -1;
	});
}
