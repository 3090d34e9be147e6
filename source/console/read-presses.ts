import type {Key} from 'ink';

/** One key press: its name as in the key table, and what it types into a text field. */
export type Press = {
	readonly key: string;
	/** Empty for keys that type nothing. */
	readonly text: string;
};

/**
The key presses of one reading of the terminal.

Keys typed fast arrive together (`}}}`): each of them is a press of its own.
*/
export function readPresses(input: string, key: Key): readonly Press[] {
	if (key.eventType === 'release') {
		return [];
	}

	const special = nameSpecial(key);
	if (special !== undefined) {
		return [{key: special, text: ''}];
	}

	const typed = key.ctrl ? [{key: `ctrl-${input.toLowerCase()}`, text: ''}] : Array.from(input, character => readCharacter(character)).filter(press => press !== undefined);
	// Esc and a key typed fast look like Alt with that key, which means nothing to us.
	return key.meta ? [{key: 'esc', text: ''}, ...typed] : typed;
}

function nameSpecial(key: Key): string | undefined {
	const found = specialKeys.find(([property]) => key[property]);
	if (found === undefined) {
		return undefined;
	}

	const name = found[1];
	return key.shift && shiftable.has(name) ? `shift-${name}` : name;
}

const specialKeys: ReadonlyArray<readonly [keyof Key, string]> = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['return', 'enter'],
	['escape', 'esc'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
	['pageUp', 'page-up'],
	['pageDown', 'page-down'],
	['home', 'home'],
	['end', 'end'],
];

const shiftable: ReadonlySet<string> = new Set(['left', 'right', 'tab']);

function readCharacter(character: string): Press | undefined {
	const code = character.codePointAt(0) ?? 0;
	if (code === 0x20) {
		return {key: 'space', text: ' '};
	}

	if (code !== 0x7F && code >= 0x20) {
		return {key: character, text: character};
	}

	const name = controlNames[code] ?? (code < 27 && code > 0 ? `ctrl-${String.fromCodePoint(code + 0x60)}` : undefined);
	return name === undefined ? undefined : {key: name, text: ''};
}

const controlNames: Readonly<Record<number, string>> = {0x08: 'backspace', 0x09: 'tab', 0x0A: 'enter', 0x0D: 'enter', 0x1B: 'esc', 0x7F: 'backspace'};
